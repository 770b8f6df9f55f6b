import type { Audience, Stance, TagInput } from "../annotations/schema";
import type { FrameworkSummaries } from "../frameworks/framework";
import { type AnnotationState, type ChangeKind, isSame, kindOf } from "./state";
import { type Piece, wordDiff } from "./word-diff";

/** What an annotation said for a while. */
export type Version = AnnotationState & {
  number: number;
  /** ISO 8601, UTC: when it began to say so; null where that was not kept */
  since: string | null;
};

export type TagDifference = TagInput & ({ kind: "added" } | { kind: "removed" } | { kind: "turned"; from: Stance });

/** A version as the history shows it: all that it said, and what was other than in the one that is shown before it. */
export type ShownVersion = Version & {
  kind: "create" | ChangeKind;
  /** null for the first */
  difference: { tags: TagDifference[]; note: Piece[] | null; audience: { from: Audience } | null } | null;
};

export type AnnotationHistory = {
  annotationId: string;
  article: { slug: string; title: string /** BCP 47 */; language: string };
  quote: string;
  paragraph: number | null;
  person: { displayName: string; isViewer: boolean };
  /** the version it has now */
  current: number;
  /** the newest first; only those that this viewer may see */
  versions: ShownVersion[];
  /** its note, by a moderator; then no version has one but for its writer and moderators */
  isHidden: boolean;
  /** there is an older page: the versions before this number */
  before: number | null;
  frameworks: FrameworkSummaries;
  can: { putBack: boolean };
};

/**
 * What a list of versions (the oldest first) shows. One that says the same as the one before it says nothing new: between
 * the two was something that this viewer may not see, and then there is nothing to tell.
 */
export function shownVersions(versions: readonly Version[]): ShownVersion[] {
  const shown: ShownVersion[] = [];
  for (const version of versions) {
    const before = shown.at(-1);
    if (!before) shown.push({ ...version, kind: "create", difference: null });
    else if (!isSame(before, version)) shown.push({ ...version, kind: kindOf(before, version), difference: differenceOf(before, version) });
  }
  return shown;
}

function differenceOf(before: AnnotationState, after: AnnotationState): NonNullable<ShownVersion["difference"]> {
  return {
    tags: tagDifferences(before.tags, after.tags),
    note: before.note === after.note ? null : wordDiff(before.note ?? "", after.note ?? ""),
    audience: before.audience === after.audience ? null : { from: before.audience },
  };
}

function tagDifferences(before: readonly TagInput[], after: readonly TagInput[]): TagDifference[] {
  const stanceBefore = new Map(before.map((tag) => [tag.frameworkId, tag.stance]));
  const isAfter = new Set(after.map((tag) => tag.frameworkId));
  return [
    ...before.filter((tag) => !isAfter.has(tag.frameworkId)).map((tag) => ({ ...tag, kind: "removed" as const })),
    ...after.flatMap((tag): TagDifference[] => {
      const from = stanceBefore.get(tag.frameworkId);
      if (from === undefined) return [{ ...tag, kind: "added" }];
      return from === tag.stance ? [] : [{ ...tag, kind: "turned", from }];
    }),
  ];
}

import { type CritiqueRow, critiqueSelect, shownCritique } from "../critiques/rows";
import { parseMarkdown } from "../markdown/parse";
import { plainBlocks } from "../markdown/text";
import { canRaise } from "../policy/critique";
import { canModerate, readsHidden } from "../policy/moderation";
import { type CommentFacts, canComment, canThread, type ThreadFacts } from "../policy/thread";
import { personIdOf, type Viewer } from "../policy/viewer";
import type { ShownComment } from "./thread";

/** What to print for somebody whose name was lost. */
export const UNNAMED = "unnamed commenter";

const personSelect = { select: { id: true, displayName: true } } as const;
const commenterSelect = {
  ...{ name: true, addressedAs: true, bylineId: true, person: personSelect },
  byline: { select: { person: personSelect } },
} as const;

/** What is read of a comment to show it. */
export const commentSelect = {
  ...{ id: true, text: true, version: true, createdAt: true, editedAt: true, deletedAt: true },
  ...{ hiddenAt: true, hiddenReason: true, hiddenBy: { select: { displayName: true } } },
  person: personSelect,
  commenter: { select: commenterSelect },
  answers: { select: { commenter: { select: commenterSelect } }, orderBy: { position: "asc" } },
  mentions: { select: { name: true } },
  critique: { select: critiqueSelect },
  step: { select: { critiqueId: true, number: true } },
} as const;

type Named = { id: string; displayName: string };
type CommenterRow = {
  name: string | null;
  addressedAs: string | null;
  bylineId: string | null;
  person: Named | null;
  byline: { person: Named | null } | null;
};
export type CommentRow = {
  id: string;
  text: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  hiddenAt: Date | null;
  hiddenReason: string | null;
  hiddenBy: { displayName: string } | null;
  person: Named | null;
  commenter: CommenterRow | null;
  answers: { commenter: CommenterRow }[];
  mentions: { name: string }[];
  critique: CritiqueRow | null;
  step: { critiqueId: string; number: number } | null;
};

export type CommentPlace = { parentId: string | null; depth: number; under: number };
export type ThreadContext = { thread: ThreadFacts; authorIds: ReadonlySet<string> };

/**
 * The comment as pages show it to the viewer: nothing of a deleted one but its place; of a hidden one that it is, and its words for its
 * writer and moderators.
 */
export function shownComment(viewer: Viewer, row: CommentRow, place: CommentPlace, { thread, authorIds }: ThreadContext): ShownComment {
  const { id, text, version, person, commenter, critique, step } = row;
  const isDeleted = row.deletedAt !== null;
  const facts: CommentFacts = {
    writerId: person?.id ?? null,
    isDeleted,
    isHidden: row.hiddenAt !== null,
    isRecord: critique !== null || step !== null,
  };
  // An external commenter is the person who proved to be them; or to be the author under whose name they wrote.
  const known = commenter?.person ?? commenter?.byline?.person ?? null;
  const maker = person ?? known;
  const words = { writerId: maker?.id ?? null, authorIds, isHidden: facts.isHidden };
  const isPublic = thread.annotation === null || thread.annotation.audience === "everyone";
  const can = {
    reply: !isDeleted && !facts.isHidden && canThread(viewer, "reply", thread),
    edit: canComment(viewer, "edit", thread, facts),
    remove: canComment(viewer, "remove", thread, facts),
    hide: !isDeleted && isPublic && canModerate(viewer, "hide", words),
    // What its writer deleted, its writer brings back; what is hidden, a moderator.
    restore: isDeleted ? canComment(viewer, "restore", thread, facts) : isPublic && canModerate(viewer, "restore", words),
    raise: canRaise(viewer, {
      makerId: maker?.id ?? null,
      isPublic,
      isGone: isDeleted || facts.isHidden,
      isCritique: critique !== null,
      isStep: step !== null,
      authorIds,
    }),
  };
  if (isDeleted) return { ...place, id, ...tombstone, version, can };
  const hidden = row.hiddenAt && {
    by: row.hiddenBy?.displayName ?? "",
    reason: row.hiddenReason ?? "",
    at: row.hiddenAt.toISOString(),
  };
  if (hidden && !readsHidden(viewer, words.writerId)) return { ...place, id, ...tombstone, is: "hidden", hidden, version, can };
  return {
    ...place,
    id,
    writer: {
      name: maker?.displayName ?? commenter?.name ?? UNNAMED,
      isAuthor: (maker !== null && authorIds.has(maker.id)) || commenter?.bylineId != null,
      isViewer: maker !== null && personIdOf(viewer) === maker.id,
      isExternal: commenter !== null,
      wroteAs: known && commenter ? commenter.name : null,
      addressedAs: commenter?.name === null ? commenter.addressedAs : null,
    },
    is: hidden ? "hidden" : "shown",
    hidden,
    text,
    body: commenter === null ? parseMarkdown(text, { mentions: row.mentions.map(({ name }) => name) }) : plainBlocks(text),
    answers: row.answers.map(({ commenter }) => commenter.name ?? commenter.addressedAs ?? UNNAMED),
    version,
    // When an imported comment was written is not known; the import's own time would be a lie.
    createdAt: commenter === null ? row.createdAt.toISOString() : null,
    editedAt: row.editedAt?.toISOString() ?? null,
    critique: critique && shownCritique(viewer, critique, authorIds),
    step,
    can,
  };
}

const tombstone = {
  writer: { name: "", isAuthor: false, isViewer: false, isExternal: false, wroteAs: null, addressedAs: null },
  is: "deleted",
  hidden: null,
  text: "",
  body: [],
  answers: [],
  createdAt: null,
  editedAt: null,
  critique: null,
  step: null,
} as const satisfies Partial<ShownComment>;

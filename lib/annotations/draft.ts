import { type ComposerState, type ComposerTarget, isWritten, startComposer } from "./composer";
import type { Audience, Stance } from "./schema";

/**
 * A composer as it is kept in the browser between visits: everything that was written, and the id under which it may already have been
 * sent. Drafts are read back from a place that anybody with the browser's tools can write to, and that older releases of this page wrote
 * to: what does not parse is not a draft.
 */
export type Draft = Pick<ComposerState, "target" | "requestId" | "sent" | "stance" | "query" | "tags" | "note" | "audience">;

/** One draft per passage, and one per annotation that is being changed. */
export function draftKey(target: ComposerTarget): string {
  return target.kind === "edit" ? `edit ${target.annotationId}` : `new ${target.start} ${target.end}`;
}

export function draftOf({ target, requestId, sent, stance, query, tags, note, audience }: ComposerState): Draft {
  return { target, requestId, sent, stance, query, tags, note, audience };
}

export function resume(draft: Draft): ComposerState {
  return startComposer(draft.target, draft.requestId, draft);
}

/** The newest first; an older draft of the same target makes way. */
export function withDraft(drafts: readonly Draft[], draft: Draft): Draft[] {
  return [draft, ...withoutDraft(drafts, draft.target)];
}

/**
 * The drafts of somebody who has just signed in, with those from before. What was only selected then does not displace what was written
 * on the same words at another time.
 */
export function mergeDrafts(mine: readonly Draft[], before: readonly Draft[]): Draft[] {
  const written = new Set(mine.filter((draft) => isWritten(resume(draft))).map(({ target }) => draftKey(target)));
  return before
    .filter((draft) => isWritten(resume(draft)) || !written.has(draftKey(draft.target)))
    .reduceRight<Draft[]>(withDraft, [...mine]);
}

export function withoutDraft(drafts: readonly Draft[], target: ComposerTarget): Draft[] {
  const key = draftKey(target);
  return drafts.filter((draft) => draftKey(draft.target) !== key);
}

export function parseDrafts(json: string | null): Draft[] {
  if (json === null) return [];
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  return Array.isArray(stored) ? stored.flatMap((entry) => parseDraft(entry) ?? []) : [];
}

type Entry = Record<string, unknown>;

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null;
}

function isStance(value: unknown): value is Stance {
  return value === "supports" || value === "contests";
}

function isAudience(value: unknown): value is Audience {
  return value === "everyone" || value === "onlyMe";
}

function parseDraft(entry: unknown): Draft | null {
  if (!isEntry(entry)) return null;
  const target = parseTarget(entry.target);
  const { requestId, sent, stance, query, note, audience } = entry;
  if (!target || typeof requestId !== "string" || typeof query !== "string" || typeof note !== "string") return null;
  if (!isStance(stance) || !isAudience(audience) || !Array.isArray(entry.tags)) return null;
  const tags = entry.tags.flatMap((tag) =>
    isEntry(tag) && typeof tag.frameworkId === "string" && isStance(tag.stance)
      ? [{ frameworkId: tag.frameworkId, stance: tag.stance }]
      : [],
  );
  return { target, requestId, sent: typeof sent === "string" ? sent : null, stance, query, tags, note, audience };
}

function parseTarget(value: unknown): ComposerTarget | null {
  if (!isEntry(value)) return null;
  const { kind, start, end, quote, annotationId, version } = value;
  if (typeof start !== "number" || typeof end !== "number" || typeof quote !== "string" || !(start >= 0 && start < end)) return null;
  if (kind === "new") return { kind, start, end, quote };
  if (kind === "edit" && typeof annotationId === "string" && typeof version === "number")
    return { kind, start, end, quote, annotationId, version };
  return null;
}

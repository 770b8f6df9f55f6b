import type { ShownComment, ShownThread } from "./thread";

/**
 * What a page has of a thread. Stretches that were loaded lie end to end in reading order; what the viewer wrote meanwhile, which may
 * belong beyond them, is kept apart until the stretch that holds it comes.
 */
export type LoadedThread = {
  stretches: readonly ShownComment[];
  own: readonly ShownComment[];
  /** ids of those the viewer deleted here */
  gone: ReadonlySet<string>;
  nextId: string | null;
  total: number;
};

/** The version of a comment that the server has not taken yet. */
export const UNSENT_VERSION = 0;

export function loadedFrom({ comments, nextId, total }: ShownThread): LoadedThread {
  return { stretches: comments, own: [], gone: new Set(), nextId, total };
}

/** With the stretch that follows. It may repeat comments where others came in between: each stands where it is now. */
export function withStretch(loaded: LoadedThread, { comments, nextId, total }: ShownThread): LoadedThread {
  const ids = new Set(comments.map(({ id }) => id));
  const isOld = ({ id }: ShownComment) => !ids.has(id);
  return { ...loaded, stretches: [...loaded.stretches.filter(isOld), ...comments], own: loaded.own.filter(isOld), nextId, total };
}

/** With what the server says now of comments that are here already. */
export function refreshed(loaded: LoadedThread, { comments, total }: ShownThread): LoadedThread {
  const now = new Map(comments.map((comment) => [comment.id, comment]));
  const newer = (comment: ShownComment) => now.get(comment.id) ?? comment;
  return { ...loaded, stretches: loaded.stretches.map(newer), own: loaded.own.map(newer), total };
}

/** With a comment of the viewer's, in place of the one that was shown while it was on its way. */
export function withOwn(loaded: LoadedThread, comment: ShownComment, inPlaceOf?: string): LoadedThread {
  const isHere = loaded.stretches.some(({ id }) => id === comment.id);
  const others = loaded.own.filter(({ id }) => id !== comment.id && id !== inPlaceOf);
  return { ...loaded, own: isHere ? others : [...others, comment] };
}

export function withoutOwn(loaded: LoadedThread, id: string): LoadedThread {
  return { ...loaded, own: loaded.own.filter((comment) => comment.id !== id) };
}

/** With a comment deleted, or back. */
export function withGone(loaded: LoadedThread, id: string, isGone: boolean): LoadedThread {
  const gone = new Set(loaded.gone);
  if (isGone) gone.add(id);
  else gone.delete(id);
  return { ...loaded, gone };
}

/**
 * The comments as they are shown, in reading order: the viewer's own each last under what it answers, or at the end where that is not
 * loaded; deleted ones without their words where something stands under them, and left out elsewhere.
 */
export function listed({ stretches, own, gone }: LoadedThread): ShownComment[] {
  const list = [...stretches];
  for (const comment of own) {
    const parent = comment.parentId === null ? -1 : list.findIndex(({ id }) => id === comment.parentId);
    if (parent === -1) list.push({ ...comment, depth: comment.parentId === null ? 0 : comment.depth });
    else insertUnder(list, parent, comment);
  }
  if (gone.size === 0) return list;
  const answered = new Set(own.filter(({ id }) => !gone.has(id)).map(({ parentId }) => parentId));
  return list.flatMap((comment) => {
    if (!gone.has(comment.id)) return [comment];
    return comment.under > 0 || answered.has(comment.id) ? [asTombstone(comment)] : [];
  });
}

function insertUnder(list: ShownComment[], parent: number, comment: ShownComment): void {
  const depth = list[parent]?.depth ?? 0;
  const after = list.findIndex((other, index) => index > parent && other.depth <= depth);
  list.splice(after === -1 ? list.length : after, 0, { ...comment, depth: depth + 1 });
  if (comment.version !== UNSENT_VERSION) return;
  // The server does not count it yet.
  for (let index = parent, above = depth + 1; index >= 0 && above > 0; index -= 1) {
    const other = list[index];
    if (!other || other.depth >= above) continue;
    list[index] = { ...other, under: other.under + 1 };
    above = other.depth;
  }
}

function asTombstone(comment: ShownComment): ShownComment {
  const can = { reply: false, edit: false, remove: false, hide: false, restore: true, raise: false };
  return { ...comment, is: "deleted", text: "", body: [], answers: [], editedAt: null, can };
}

/** The list without what stands under a folded comment. */
export function unfolded(list: readonly ShownComment[], folded: ReadonlySet<string>): ShownComment[] {
  if (folded.size === 0) return [...list];
  let under: number | null = null;
  return list.filter((comment) => {
    if (under !== null && comment.depth > under) return false;
    under = folded.has(comment.id) ? comment.depth : null;
    return true;
  });
}

/** The ids of what a comment stands under, so that a link to it can unfold them. */
export function above(list: readonly ShownComment[], id: string): string[] {
  const ids: string[] = [];
  const at = list.findIndex((comment) => comment.id === id);
  let depth = list[at]?.depth ?? 0;
  for (let index = at - 1; index >= 0 && depth > 0; index -= 1) {
    const other = list[index];
    if (!other || other.depth >= depth) continue;
    ids.push(other.id);
    depth = other.depth;
  }
  return ids;
}

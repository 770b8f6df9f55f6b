/** A byline as it is stored; `isLinked`: it is shown that a person here wrote under this name. */
export type StoredByline = { id: string; name: string; isLinked: boolean };

export type BylineChanges = {
  /** bylines that stay, with their place and name from now on */
  keep: { id: string; position: number; name: string }[];
  add: { position: number; name: string }[];
  remove: string[];
};

/**
 * What becomes of an article's bylines under new names. A name that stays keeps its byline, wherever it stands now; the names that are
 * left over correct the bylines that are left over, in order. A linked byline is never renamed to somebody else's name nor removed:
 * then the answer is the linked name that would be lost.
 */
export function changeBylines(stored: readonly StoredByline[], names: readonly string[]): BylineChanges | { lost: string } {
  const free = [...stored];
  const take = (matches: (byline: StoredByline) => boolean): StoredByline | undefined => {
    const index = free.findIndex(matches);
    return index === -1 ? undefined : free.splice(index, 1)[0];
  };
  const matched = names.map((name) => take((byline) => folded(byline.name) === folded(name)));
  const changes: BylineChanges = { keep: [], add: [], remove: [] };
  for (const [position, name] of names.entries()) {
    const byline = matched[position] ?? take(({ isLinked }) => !isLinked);
    if (byline) changes.keep.push({ id: byline.id, position, name });
    else changes.add.push({ position, name });
  }
  const lost = free.find(({ isLinked }) => isLinked);
  if (lost) return { lost: lost.name };
  return { ...changes, remove: free.map(({ id }) => id) };
}

const folded = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

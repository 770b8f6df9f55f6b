/** A comment by where it stands in its thread: positions are unique there, and follow the order of writing. */
export type TreeRow = { id: string; position: number /** null for one that answers the subject itself */; parentPosition: number | null };

export type Branch<Row extends TreeRow = TreeRow> = { row: Row; replies: Branch<Row>[] };

/** A comment in reading order. `depth` is 0 for one that begins the thread; `under` counts what stands beneath it, at any depth. */
export type Placed<Row extends TreeRow = TreeRow> = { row: Row; depth: number; under: number };

/**
 * A thread's comments as a forest, siblings by position, whatever order the rows come in. A comment whose parent is not among them begins
 * the thread. Our database holds no circle, but an import or a stored page may: it is cut at its earliest comment, which begins the
 * thread. No comment is lost. n log n, without recursion.
 */
export function treeOf<Row extends TreeRow>(rows: readonly Row[]): Branch<Row>[] {
  const ordered = [...rows].sort((a, b) => a.position - b.position);
  const branches = new Map(ordered.map((row) => [row.position, { row, replies: [] } as Branch<Row>]));
  const parentOf = ({ row }: Branch<Row>) => (row.parentPosition === null ? undefined : branches.get(row.parentPosition));
  const begins = circleHeads([...branches.values()], parentOf);
  const forest: Branch<Row>[] = [];
  for (const branch of branches.values()) {
    const parent = begins.has(branch) ? undefined : parentOf(branch);
    (parent?.replies ?? forest).push(branch);
  }
  return forest;
}

/** Of each circle of comments that answer one another, the earliest. Every comment is walked once: it has one parent at most. */
function circleHeads<Row extends TreeRow>(
  branches: readonly Branch<Row>[],
  parentOf: (branch: Branch<Row>) => Branch<Row> | undefined,
): Set<Branch<Row>> {
  const heads = new Set<Branch<Row>>();
  const walkOf = new Map<Branch<Row>, Branch<Row>>();
  for (const start of branches) {
    let at: Branch<Row> | undefined = start;
    while (at && !walkOf.has(at)) {
      walkOf.set(at, start);
      at = parentOf(at);
    }
    // The walk met itself: it went round a circle.
    if (at && walkOf.get(at) === start) {
      let head = at;
      for (let other = parentOf(at); other && other !== at; other = parentOf(other))
        if (other.row.position < head.row.position) head = other;
      heads.add(head);
    }
  }
  return heads;
}

/** Every comment once, each before what answers it, without recursion: a chain of tens of thousands is a thread like any other. */
export function preorder<Row extends TreeRow>(forest: readonly Branch<Row>[]): Placed<Row>[] {
  const placed: Placed<Row>[] = [];
  const waiting = forest.map((branch) => ({ branch, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { branch, depth } = next;
    placed.push({ row: branch.row, depth, under: 0 });
    for (let index = branch.replies.length - 1; index >= 0; index -= 1) {
      const reply = branch.replies[index];
      if (reply) waiting.push({ branch: reply, depth: depth + 1 });
    }
  }
  countUnder(placed);
  return placed;
}

/** What stands under a comment is what follows it more deeply, up to the next that does not. */
function countUnder(placed: readonly Placed[]): void {
  const open: { item: Placed; index: number }[] = [];
  const close = (depth: number, end: number) => {
    for (let last = open.at(-1); last && last.item.depth >= depth; last = open.at(-1)) {
      last.item.under = end - last.index - 1;
      open.pop();
    }
  };
  for (const [index, item] of placed.entries()) {
    close(item.depth, index);
    open.push({ item, index });
  }
  close(0, placed.length);
}

/** The forest without the comments of which nothing is shown and under which nothing shown stands. One under which something does stays. */
export function prune<Row extends TreeRow>(forest: readonly Branch<Row>[], isShown: (row: Row) => boolean): Branch<Row>[] {
  const branches: Branch<Row>[] = [];
  const waiting = [...forest];
  for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
    branches.push(branch);
    for (const reply of branch.replies) waiting.push(reply);
  }
  // Replies stand after what they answer in the list, so that backwards each is judged before it.
  const kept = new Map<Branch<Row>, Branch<Row>>();
  for (const branch of branches.reverse()) {
    const replies = branch.replies.flatMap((reply) => kept.get(reply) ?? []);
    if (replies.length > 0 || isShown(branch.row)) kept.set(branch, { row: branch.row, replies });
  }
  return forest.flatMap((branch) => kept.get(branch) ?? []);
}

export type Stretch<Item> = { items: Item[] /** of the comment at which the next stretch begins */; nextId: string | null };

/**
 * The stretch of `limit` comments in which `fromId` stands: the list is cut at every `limit`-th, so that a link to any comment opens it
 * among its neighbours and `nextId` of one stretch gives the next. The first stretch where there is no such comment (any more).
 */
export function stretch<Item extends Placed>(list: readonly Item[], { fromId, limit }: { fromId?: string; limit: number }): Stretch<Item> {
  const found = fromId === undefined ? 0 : list.findIndex(({ row }) => row.id === fromId);
  const start = Math.floor(Math.max(0, found) / limit) * limit;
  return { items: list.slice(start, start + limit), nextId: list[start + limit]?.row.id ?? null };
}

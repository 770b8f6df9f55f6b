import type { FrameworkSummary } from "./framework";

/** `frameworks` with parents before their children and siblings in their given order, each with its depth (0 at the top). */
export function inTreeOrder<F extends Pick<FrameworkSummary, "id" | "broaderId">>(frameworks: readonly F[]): (F & { depth: number })[] {
  const known = new Set(frameworks.map((framework) => framework.id));
  const children = new Map<string | null, F[]>();
  for (const framework of frameworks) {
    const parent = framework.broaderId !== null && known.has(framework.broaderId) ? framework.broaderId : null;
    children.set(parent, [...(children.get(parent) ?? []), framework]);
  }
  const ordered: (F & { depth: number })[] = [];
  const visit = (parent: string | null, depth: number) => {
    for (const framework of children.get(parent) ?? []) {
      ordered.push({ ...framework, depth });
      visit(framework.id, depth + 1);
    }
  };
  visit(null, 0);
  return ordered;
}

/** The given frameworks and all that are under them. */
export function withDescendants(frameworks: readonly Pick<FrameworkSummary, "id" | "broaderId">[], ids: Iterable<string>): Set<string> {
  const within = new Set(ids);
  // Parents may be listed after their children: as often as a round finds more.
  for (let found = -1; found !== within.size; ) {
    found = within.size;
    for (const { id, broaderId } of frameworks) if (broaderId !== null && within.has(broaderId)) within.add(id);
  }
  return within;
}

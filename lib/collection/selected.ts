/** What is selected in a list, and which row was touched last: from there a range goes. */
export type Selected = { ids: ReadonlySet<string>; last: string | null };

export function toggled({ ids }: Selected, id: string): Selected {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, last: id };
}

/**
 * All rows from the one that was touched last to this one become what that one is: selected, or not. With none touched yet,
 * or one that is no longer listed, it is this row alone.
 */
export function selectedRange(selected: Selected, listed: readonly string[], id: string): Selected {
  const from = selected.last === null ? -1 : listed.indexOf(selected.last);
  const to = listed.indexOf(id);
  if (from < 0 || to < 0) return toggled(selected, id);
  const isOn = selected.last !== null && selected.ids.has(selected.last);
  const next = new Set(selected.ids);
  for (const one of listed.slice(Math.min(from, to), Math.max(from, to) + 1)) isOn ? next.add(one) : next.delete(one);
  return { ids: next, last: id };
}

export function withAll(ids: readonly string[]): Selected {
  return { ids: new Set(ids), last: null };
}

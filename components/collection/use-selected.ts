import { useState } from "react";
import { type Selected, selectedRange, toggled, withAll } from "@/lib/collection/selected";

/** Which rows are selected; those that are no longer listed are not. */
export function useSelected(ids: readonly string[]) {
  const [state, setState] = useState<Selected>({ ids: new Set(), last: null });
  const selected = ids.filter((id) => state.ids.has(id));
  return {
    selected,
    has: (id: string) => state.ids.has(id),
    toggle: (id: string) => setState((now) => toggled(now, id)),
    /** from the one that was selected last to this one */
    extendTo: (id: string) => setState((now) => selectedRange(now, ids, id)),
    toggleAll: () => setState(withAll(selected.length === ids.length ? [] : ids)),
    clear: () => setState(withAll([])),
  };
}

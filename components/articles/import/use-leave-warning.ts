import { useEffect } from "react";

const QUESTION = "Leave this page? Your corrections are not saved, and would be lost.";

/** Asks before a page with unsaved corrections is closed or left, for another site or by a link within ours, of which the browser does not know. */
export function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const askAtLink = (event: MouseEvent) => {
      if (!leavesPage(event) || window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("beforeunload", ask, { signal });
    // Before the router hears of it.
    window.addEventListener("click", askAtLink, { signal, capture: true });
    return () => listening.abort();
  }, [isNeeded]);
}

/** A click that opens another page of ours here: in a new tab, or within this page, nothing is lost; other sites the browser asks about. */
function leavesPage(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.origin !== location.origin || (link.target !== "" && link.target !== "_self") || link.hasAttribute("download"))
    return false;
  return link.pathname !== location.pathname;
}

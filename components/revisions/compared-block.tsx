import type { ComparedParagraph } from "@/lib/revisions/comparison";
import { ComparedWords } from "./compared-words";

/** A paragraph of two texts. What is new is underlined, what is gone struck through; both are said in words too. */
export function ComparedBlock({ paragraph: { from, to, isGone, pieces } }: { paragraph: ComparedParagraph }) {
  return (
    <div className={isGone ? "cmp is-gone" : "cmp"}>
      <p className="cmp__n num" lang="en">
        {citation(from, to, isGone)}
      </p>
      <p className="cmp__t" dir="auto">
        <ComparedWords pieces={pieces} />
      </p>
    </div>
  );
}

/** “¶ 4”, “¶ 4 → ¶ 3”, “¶ 4, 5 → ¶ 4”, “new ¶ 6”, “¶ 2, removed” */
function citation(from: readonly number[], to: number | null, isGone: boolean): string {
  const before = from.length === 0 ? "" : `¶ ${from.join(", ")}`;
  if (isGone) return before === "" ? "removed" : `${before}, removed`;
  if (to === null) return "";
  if (before === "") return `new ¶ ${to}`;
  return from.length === 1 && from[0] === to ? before : `${before} → ¶ ${to}`;
}

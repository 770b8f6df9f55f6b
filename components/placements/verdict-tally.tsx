import { formatNumber } from "@/lib/format";
import type { VerdictCounts } from "@/lib/placements/placement";
import { verdictWords } from "@/lib/placements/words";

const order = ["exact", "moved", "review", "lost"] as const;

/** How many passages met which verdict, in words; none is left out, so that rows compare. */
export function VerdictTally({ counts }: { counts: VerdictCounts }) {
  return (
    <dl className="tally">
      {order.map((verdict) => (
        <div key={verdict} className={counts[verdict] === 0 ? "is-none" : undefined}>
          <dt>{verdictWords[verdict]}</dt>
          <dd>{formatNumber(counts[verdict])}</dd>
        </div>
      ))}
    </dl>
  );
}

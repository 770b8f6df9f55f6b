import { ghostColumns } from "./ghost-columns";

const STEP = 14;
const AXIS = 64.5;
/** Where the gap is, in columns. */
const GAP = { from: 17, to: 25 };

type Props = { /** leave out the middle, for something that is not there */ hasGap?: boolean };

/** The dotted hedge of a page that has nothing to show yet. Decoration: hidden from assistive technology. */
export function GhostHedge({ hasGap = false }: Props) {
  const columns = ghostColumns();
  const width = columns.length * STEP;
  return (
    <svg className="hedge ghost" width={width} height="98" viewBox={`0 0 ${width} 98`} aria-hidden="true">
      <path className="hedge__axis" d={`M0 ${AXIS}H${width}`} />
      {columns.map(({ above, below }, column) => {
        if (hasGap && column >= GAP.from && column <= GAP.to) return null;
        const x = column * STEP;
        const boxes = [
          ...Array.from({ length: above }, (_, row) => `M${x} ${56 - 8 * row}h10v6h-10z`),
          ...Array.from({ length: below }, (_, row) => `M${x + 0.5} ${66.5 + 8 * row}h9v5h-9z`),
        ];
        return <path key={x} className="ghost__c" d={boxes.join("")} />;
      })}
    </svg>
  );
}

import { balanceInWords } from "@/lib/annotations/stance";
import type { StanceCount } from "@/lib/articles/library";
import { hollow, solid } from "./boxes";

/** Up to so many tags are drawn as blocks that can be counted. */
const MAX_BLOCKS = 9;
const BLOCK = 4;
const STEP = 5;
const HEIGHT = 8;
/** The longer bar of a balance with printed numbers, and the room for a digit of one. */
const LONGEST = 36;
const DIGIT = 7;
/** A single tag among thousands must still be seen. */
const SHORTEST = 2;

type BalanceProps = StanceCount & {
  /** the framework's hue; without it the balance is in ink */
  hue?: number;
  /** blocks reserved on either side of the axis, so that the axes of a list stand in one line */
  reach?: number;
};

/** Hollow left contests, solid right supports: one block a tag, or beyond nine a bar with its numbers printed. */
export function Balance({ supports, contests, hue, reach = 0 }: BalanceProps) {
  const count = { supports, contests };
  const style = hue === undefined ? undefined : { color: `var(--fw-${hue})` };
  const most = Math.max(supports, contests);
  if (supports + contests <= MAX_BLOCKS) {
    const axis = STEP * Math.max(most, reach) + 2.5;
    return (
      <svg className="bal" {...frame(axis, HEIGHT)} role="img" aria-label={balanceInWords(count)} style={style}>
        <path className="bal__axis" d={axisPath(axis, HEIGHT)} />
        <path
          d={blocks(contests, (index) => hollow(axis - 1.5 - BLOCK - STEP * index, 0, BLOCK, HEIGHT))}
          fill="none"
          stroke="currentColor"
        />
        <path d={blocks(supports, (index) => solid(axis + 1.5 + STEP * index, 0, BLOCK, HEIGHT))} fill="currentColor" />
      </svg>
    );
  }
  const axis = LONGEST + DIGIT * String(most).length + 6.5;
  const { left, right } = lengths(count, LONGEST / most);
  return (
    <svg className="bal" {...frame(axis, HEIGHT)} role="img" aria-label={balanceInWords(count)} style={style}>
      <Bars axis={axis} left={left} right={right} height={HEIGHT} />
      <text x={axis - left - 4} y={HEIGHT} textAnchor="end">
        {contests}
      </text>
      <text x={axis + right + 4} y={HEIGHT}>
        {supports}
      </text>
    </svg>
  );
}

type BarProps = StanceCount & {
  /** the most tags on one side among the balances beside which this one stands */
  most: number;
  /** pixels of a tag, as long as the longest bar fits its reach */
  unit?: number;
  /** pixels of the longest bar */
  reach: number;
  height: number;
};

/** A balance among many, all on one scale: their lengths compare, their numbers are in the label. */
export function BalanceBar({ supports, contests, most, unit = 4, reach, height }: BarProps) {
  const count = { supports, contests };
  const axis = reach + 0.5;
  return (
    <svg className="bal" {...frame(axis, height)} role="img" aria-label={balanceInWords(count)}>
      <Bars axis={axis} height={height} {...lengths(count, Math.min(unit, reach / Math.max(most, 1)))} />
    </svg>
  );
}

function Bars({ axis, left, right, height }: { axis: number; left: number; right: number; height: number }) {
  return (
    <>
      <path className="bal__axis" d={axisPath(axis, height)} />
      {left > 0 && <path d={hollow(axis - 0.5 - left, 0, left, height)} fill="none" stroke="currentColor" />}
      {right > 0 && <path d={solid(axis + 0.5, 0, right, height)} fill="currentColor" />}
    </>
  );
}

function lengths({ supports, contests }: StanceCount, unit: number): { left: number; right: number } {
  const length = (tags: number) => (tags === 0 ? 0 : Math.max(SHORTEST, Math.round(tags * unit)));
  return { left: length(contests), right: length(supports) };
}

/** The picture is as wide on either side of its axis, which stands out two pixels above and below. */
function frame(axis: number, height: number) {
  return { width: 2 * axis, height: height + 4, viewBox: `0 -2 ${2 * axis} ${height + 4}` };
}

function axisPath(axis: number, height: number): string {
  return `M${axis} -2V${height + 2}`;
}

function blocks(count: number, path: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => path(index)).join("");
}

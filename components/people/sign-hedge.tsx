import type { HedgeProfile } from "@/lib/articles/library";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { hollow } from "../frameworks/boxes";
import { drawHedge } from "../frameworks/hedge-drawing";
import { HedgeProfile as Hedge } from "../frameworks/hedge-profile";
import { ghostColumns } from "../shell/ghost-columns";

const STEP = 27;
const WIDTH = 20;
const BLOCK = 6;
const PITCH = 7;
/** Columns on either side, enough for the widest screens: what does not fit is cut off. */
const COLUMNS = 60;
/** How far the line reaches past its last column, to meet the next hedge’s. */
const JOINT = STEP - WIDTH;
const ABOVE = 9 * PITCH;
const BELOW = 5 * PITCH;

type Props = { hedge: { profile: HedgeProfile; frameworks: FrameworkSummaries } | null };

/** A hedge across the page: one that readers have grown, in the middle of one that is still to grow. Decoration. */
export function SignHedge({ hedge }: Props) {
  const isReal = hedge?.profile.some((column) => column.cells.length > 0);
  // whichever is less tall is moved down, so that their lines are one
  const taller = hedge && isReal ? drawHedge(hedge.profile, () => 0, "large").axis - ABOVE - 0.5 : 0;
  return (
    <div className="sign__h" aria-hidden="true">
      <Ghost down={taller} />
      {hedge && isReal && (
        <div style={{ marginTop: Math.max(0, -taller) }}>
          <Hedge profile={hedge.profile} frameworks={hedge.frameworks} size="large" isDecorative />
        </div>
      )}
      <Ghost down={taller} />
    </div>
  );
}

function Ghost({ down }: { down: number }) {
  const columns = ghostColumns(COLUMNS);
  const path = columns.flatMap(({ above, below }, column) => [
    ...Array.from({ length: above }, (_, row) => hollow(column * STEP, ABOVE - PITCH * (row + 1), WIDTH, BLOCK)),
    ...Array.from({ length: below }, (_, row) => hollow(column * STEP, ABOVE + 2 + PITCH * row, WIDTH, BLOCK)),
  ]);
  const width = COLUMNS * STEP - JOINT;
  return (
    <svg
      className="hedge"
      aria-hidden="true"
      style={{ marginTop: Math.max(0, down) }}
      width={width}
      height={ABOVE + BELOW + 2}
      viewBox={`0 0 ${width} ${ABOVE + BELOW + 2}`}
    >
      <path className="hedge__axis" d={`M${-JOINT} ${ABOVE + 0.5}H${width + JOINT}`} />
      <path className="sign__d" d={path.join("")} />
    </svg>
  );
}

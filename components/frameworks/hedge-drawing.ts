/**
 * The geometry of a hedge profile. A tag is a block while blocks can be told apart; in a tall or crowded hedge the blocks of a
 * framework melt into one bar of the same length, and a long article's columns grow narrower. All of one hue is one path.
 */
import type { HedgeProfile } from "@/lib/articles/library";
import { hollow, solid } from "./boxes";

export type HedgeSize = "small" | "large";

type Measures = { step: number; gap: number; block: number; air: number; width: number; height: number };

/** Column step and the gap in it, a block and the air above it, and the most room there is. */
const measures: Record<HedgeSize, Measures> = {
  small: { step: 7, gap: 2, block: 3, air: 1, width: 182, height: 58 },
  large: { step: 27, gap: 7, block: 6, air: 1, width: 480, height: 156 },
};

/** Below this height of a tag, blocks melt into bars. */
const SMALLEST_BLOCK = 2.4;
/** A hollow box needs this much to have an inside. */
const SMALLEST_BOX = 2;

type HuePath = { hue: number; path: string };

export type HedgeDrawing = { width: number; height: number; axis: number; supports: HuePath[]; contests: HuePath[] };

/** Draws a profile into at most the room of its size. */
export function drawHedge(profile: HedgeProfile, hueOf: (frameworkId: string) => number, size: HedgeSize): HedgeDrawing {
  const { step: fullStep, gap, block, air, width: room, height: most } = measures[size];
  const step = Math.min(fullStep, room / Math.max(profile.length, 1));
  const columnWidth = Math.max(step * (1 - gap / fullStep), 0.5);
  const highest = tallest(profile, "supports");
  const deepest = tallest(profile, "contests");
  const unit = Math.min(block + air, (most - 2) / Math.max(highest + deepest, 1));
  const isBlocks = unit >= SMALLEST_BLOCK;
  const up = Math.ceil(highest * unit);
  const down = Math.ceil(deepest * unit);
  const axis = up + 0.5;
  const supports = new Map<number, string>();
  const contests = new Map<number, string>();
  const add = (paths: Map<number, string>, hue: number, path: string) => paths.set(hue, (paths.get(hue) ?? "") + path);
  profile.forEach(({ cells }, column) => {
    const x = column * step;
    let above = axis - 0.5;
    let below = axis + 1;
    for (const cell of cells) {
      const hue = hueOf(cell.frameworkId);
      for (const length of pieces(cell.supports, unit, isBlocks)) {
        above -= length;
        add(supports, hue, solid(x, above, columnWidth, Math.max(length - (isBlocks ? air : 0), 0.5)));
      }
      for (const length of pieces(cell.contests, unit, isBlocks)) {
        add(contests, hue, hollow(x, below, columnWidth, Math.max(length - (isBlocks ? air : 0), SMALLEST_BOX)));
        below += length;
      }
    }
  });
  const asList = (paths: Map<number, string>) => Array.from(paths, ([hue, path]): HuePath => ({ hue, path }));
  return {
    width: Math.max(Math.round(step * profile.length - (step - columnWidth)), 1),
    height: up + down + 2,
    axis,
    supports: asList(supports),
    contests: asList(contests),
  };
}

/** The lengths in which so many tags are drawn: one by one, or together. */
function pieces(tags: number, unit: number, isBlocks: boolean): number[] {
  if (tags === 0) return [];
  return isBlocks ? new Array<number>(tags).fill(unit) : [tags * unit];
}

function tallest(profile: HedgeProfile, side: "supports" | "contests"): number {
  return profile.reduce(
    (most, { cells }) =>
      Math.max(
        most,
        cells.reduce((sum, cell) => sum + cell[side], 0),
      ),
    0,
  );
}

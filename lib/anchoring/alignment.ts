import type { Tokens } from "./tokens";

/**
 * Two whole texts, word by word: which word of one is which of the other. At most one for each; -1 where there is none. Most pairs stand
 * in the same order in both texts; those that do not (`moved`, by the index in `from`) belong to a stretch that was put elsewhere.
 */
export type Alignment = {
  from: Tokens;
  to: Tokens;
  /** bits, by id: see weigh */
  weights: Float64Array;
  image: Int32Array;
  origin: Int32Array;
  moved: Uint8Array;
};

export function pairUp({ image, origin }: Alignment, a: number, b: number): void {
  image[a] = b;
  origin[b] = a;
}

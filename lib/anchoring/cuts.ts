import type { Comparison } from "./comparison";

/** The token boundary nearest to a cut after so many units of tokens [begin, end): words are not torn. */
export function cutAt(comparison: Comparison, begin: number, end: number, cut: number): number {
  for (let token = begin; token < end; token++) {
    const before = comparison.codesTo(comparison.spanTo(begin, token)).length;
    const behind = comparison.codesTo(comparison.spanTo(begin, token + 1)).length;
    if (cut <= (before + behind) / 2) return token;
  }
  return end;
}

/** The one of tokens [begin, end) that so many units in stands for. */
export function tokenIn(comparison: Comparison, { begin, end }: { begin: number; end: number }, unit: number): number {
  for (let token = begin; token < end; token++) if (comparison.codesTo(comparison.spanTo(begin, token + 1)).length > unit) return token;
  return Math.max(begin, end - 1);
}

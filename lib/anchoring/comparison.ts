import type { Alignment } from "./alignment";
import { LONGEST_COMPARED, similarity } from "./distance";
import { bitsOf } from "./evidence";
import { type Folded, foldText, unitsIn } from "./folded";
import type { Span } from "./span";
import { indexText, type TextIndex } from "./text-index";
import { tokenAt } from "./tokens";

/** Two texts aligned, with what judging passages needs of them; the costly parts are made when first asked for. */
export class Comparison {
  readonly from: string;
  readonly to: string;
  readonly alignment: Alignment;
  /** for each token of `from`, the nearest one at or before (at or after) it that has a partner; -1 and count when there is none */
  readonly pairedBefore: Int32Array;
  readonly pairedAfter: Int32Array;
  #foldedFrom: Folded | null = null;
  #foldedTo: Folded | null = null;
  #bits: number | null = null;
  #unclaimed: TextIndex | null = null;

  constructor(from: string, to: string, alignment: Alignment) {
    this.from = from;
    this.to = to;
    this.alignment = alignment;
    const { image } = alignment;
    this.pairedBefore = new Int32Array(image.length);
    this.pairedAfter = new Int32Array(image.length);
    for (let i = 0, last = -1; i < image.length; i++) {
      if (image[i] !== -1) last = i;
      this.pairedBefore[i] = last;
    }
    for (let i = image.length - 1, next = image.length; i >= 0; i--) {
      if (image[i] !== -1) next = i;
      this.pairedAfter[i] = next;
    }
  }

  get foldedFrom(): Folded {
    this.#foldedFrom ??= foldText(this.from);
    return this.#foldedFrom;
  }

  get foldedTo(): Folded {
    this.#foldedTo ??= foldText(this.to);
    return this.#foldedTo;
  }

  /** What a character tells: see bitsOf. */
  get bits(): number {
    this.#bits ??= bitsOf(this.foldedTo.codes);
    return this.#bits;
  }

  /** Units of the folded texts that a span stands on. */
  codesFrom(span: Span): Uint16Array {
    const { start, end } = unitsIn(this.foldedFrom, span);
    return this.foldedFrom.codes.subarray(start, end);
  }

  codesTo(span: Span): Uint16Array {
    const { start, end } = unitsIn(this.foldedTo, span);
    return this.foldedTo.codes.subarray(start, end);
  }

  /**
   * How like a span of `to` is to one of `from`: see similarity. Of what is too long to compare letter by letter, the share of its letters
   * that are in words with a partner in the other.
   */
  likeness(passage: Span, span: Span): number {
    const longer = Math.max(passage.end - passage.start, span.end - span.start);
    if (longer <= LONGEST_COMPARED) return similarity(this.codesFrom(passage), this.codesTo(span));
    const { from, to, image } = this.alignment;
    const { first, end } = this.tokensIn(passage);
    let kept = 0;
    let all = 0;
    for (let i = first; i < end; i++) {
      const length = (from.ends[i] ?? 0) - (from.starts[i] ?? 0);
      const partner = image[i] ?? -1;
      all += length;
      if (partner !== -1 && (to.starts[partner] ?? 0) >= span.start && (to.ends[partner] ?? 0) <= span.end) kept += length;
    }
    return all === 0 ? 0 : (kept / all) * Math.min(1, (passage.end - passage.start) / (span.end - span.start));
  }

  /** What of `to` comes from nothing in `from`: only there can a passage be that went elsewhere. Other places are other passages’. */
  get unclaimed(): TextIndex {
    if (this.#unclaimed) return this.#unclaimed;
    const { to, origin } = this.alignment;
    const stretches: Span[] = [];
    for (let i = 0; i < to.count; i++) {
      if (origin[i] !== -1) continue;
      const first = i;
      while (i + 1 < to.count && origin[i + 1] === -1) i++;
      stretches.push(unitsIn(this.foldedTo, { start: to.starts[first] ?? 0, end: to.ends[i] ?? 0 }));
    }
    this.#unclaimed = indexText(this.to, this.foldedTo, stretches);
    return this.#unclaimed;
  }

  /** The tokens that a span of `from` touches, [first, end). */
  tokensIn({ start, end }: Span): { first: number; end: number } {
    const first = tokenAt(this.alignment.from, start);
    const last = tokenAt(this.alignment.from, end - 1);
    return { first, end: last < this.alignment.from.count && (this.alignment.from.starts[last] ?? end) < end ? last + 1 : last };
  }

  /** The stretch of `to` that tokens [first, end) stand on. */
  spanTo(first: number, end: number): Span {
    const { starts, ends } = this.alignment.to;
    return { start: starts[first] ?? 0, end: first < end ? (ends[end - 1] ?? 0) : (starts[first] ?? 0) };
  }

  /** The stretch of `from` that tokens [first, end) stand on. */
  spanFrom(first: number, end: number): Span {
    const { starts, ends } = this.alignment.from;
    return { start: starts[first] ?? 0, end: first < end ? (ends[end - 1] ?? 0) : (starts[first] ?? 0) };
  }

  /** The nearest tokens of `from` before and behind [first, end) that have a partner; null where there is none. */
  neighbours(first: number, end: number): { before: number | null; after: number | null } {
    const before = this.pairedBefore[first - 1] ?? -1;
    const after = this.pairedAfter[end] ?? this.alignment.from.count;
    return { before: before === -1 ? null : before, after: after >= this.alignment.from.count ? null : after };
  }
}

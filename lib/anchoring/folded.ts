import { characterEnd, classAt, LONE, SPACE } from "./characters";
import { fold } from "./fold";
import type { Span } from "./span";

/**
 * A text folded for comparing, and the way back: the i-th unit of `codes` stands for what lies at [starts[i], ends[i]) of the text. White
 * space is one space, and none beside a character of a script that is written without.
 */
export type Folded = { codes: Uint16Array; starts: Int32Array; ends: Int32Array };

const PLAIN = 0x80;
const QUOTATION_MARK = 0x22;
const APOSTROPHE = 0x27;
const BLANK = 0x20;

/** Folds a text, or a stretch of it, in linear time. Offsets are into the whole text. */
export function foldText(text: string, { start, end }: Span = { start: 0, end: text.length }): Folded {
  const sink = new Sink(end - start);
  let blank = -1;
  let afterLone = true;
  for (let at = start; at < end; ) {
    const kind = classAt(text, at);
    if (kind === SPACE) {
      if (blank === -1) blank = at;
      at++;
      continue;
    }
    const isLone = kind === LONE;
    if (blank !== -1 && !afterLone && !isLone) sink.add(BLANK, blank, at);
    blank = -1;
    afterLone = isLone;
    const next = Math.min(end, characterEnd(text, at));
    const unit = text.charCodeAt(at);
    if (next === at + 1 && unit < PLAIN) sink.add(unit === QUOTATION_MARK ? APOSTROPHE : unit, at, next);
    else {
      const folded = foldOnce(text.slice(at, next));
      for (let i = 0; i < folded.length; i++) sink.add(folded.charCodeAt(i), at, next);
    }
    at = next;
  }
  return sink.folded();
}

const characters = new Map<string, string>();

function foldOnce(character: string): string {
  const known = characters.get(character);
  if (known !== undefined) return known;
  const folded = fold(character);
  // Not more than any script has: a text of made-up clusters shall not fill the memory.
  if (characters.size < 50_000) characters.set(character, folded);
  return folded;
}

class Sink {
  #codes: Uint16Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #count = 0;

  constructor(capacity: number) {
    this.#codes = new Uint16Array(capacity + 16);
    this.#starts = new Int32Array(capacity + 16);
    this.#ends = new Int32Array(capacity + 16);
  }

  add(code: number, start: number, end: number): void {
    if (this.#count === this.#codes.length) this.#grow();
    this.#codes[this.#count] = code;
    this.#starts[this.#count] = start;
    this.#ends[this.#count++] = end;
  }

  /** One ligature can fold to eighteen letters. */
  #grow(): void {
    const grown = <T extends Uint16Array | Int32Array>(old: T, next: T): T => {
      next.set(old);
      return next;
    };
    const capacity = 2 * this.#codes.length;
    this.#codes = grown(this.#codes, new Uint16Array(capacity));
    this.#starts = grown(this.#starts, new Int32Array(capacity));
    this.#ends = grown(this.#ends, new Int32Array(capacity));
  }

  folded(): Folded {
    return {
      codes: this.#codes.subarray(0, this.#count),
      starts: this.#starts.subarray(0, this.#count),
      ends: this.#ends.subarray(0, this.#count),
    };
  }
}

/** The first unit that stands for something ending after `offset`, by halving. */
export function unitAt({ ends }: Folded, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The units of a span of the text: those that stand for anything in it. */
export function unitsIn(folded: Folded, { start, end }: Span): Span {
  const first = unitAt(folded, start);
  let last = first;
  if (end > start) {
    last = unitAt(folded, end - 1);
    // Several units can stand for one character.
    while (last < folded.starts.length && (folded.starts[last] ?? end) < end) last++;
  }
  return { start: first, end: last };
}

import { classOfUnit, LONE } from "./characters";
import { LONGEST_COMPARED, nearest } from "./distance";
import { bitsOf } from "./evidence";
import { type Folded, foldText } from "./folded";
import type { Span } from "./span";

/**
 * Where short runs of characters (q-grams) stand in a text, so that a quote, edited or not, is looked for only where some of it is. Built
 * once for a text in linear time. Three characters to a run; two in scripts without spaces, where two are as rare.
 */
export type TextIndex = {
  text: string;
  folded: Folded;
  /** how many units are searched */
  size: number;
  /** what a character tells: see bitsOf */
  bits: number;
  /** places of the runs of bucket h: places[begins[h]] to places[begins[h + 1] - 1], in text order */
  begins: Int32Array;
  places: Int32Array;
  /** bits of a run’s hash that do not choose its bucket */
  shift: number;
  /** every unit searched, in text order */
  units: Int32Array;
};

/** Of as many buckets as there are runs, within these bounds, most hold one kind of run. */
const [FEWEST_BITS, MOST_BITS] = [6, 16];

/** @param within only these stretches are searched, units of `folded`, in order; by default all */
export function indexText(text: string, folded: Folded = foldText(text), within?: readonly Span[]): TextIndex {
  const { codes } = folded;
  const stretches = within ?? [{ start: 0, end: codes.length }];
  const size = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const shift = 32 - Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(size + 1))));
  const bucketCount = 2 ** (32 - shift);
  const buckets = new Uint16Array(size);
  const units = new Int32Array(size);
  const begins = new Int32Array(bucketCount + 1);
  let count = 0;
  for (const { start, end } of stretches)
    for (let at = start; at < end; at++) {
      const bucket = bucketAt(codes, at, end, shift);
      buckets[count] = bucket;
      units[count++] = at;
      begins[bucket + 1] = (begins[bucket + 1] ?? 0) + 1;
    }
  for (let bucket = 0; bucket < bucketCount; bucket++) begins[bucket + 1] = (begins[bucket + 1] ?? 0) + (begins[bucket] ?? 0);
  const places = new Int32Array(size);
  const next = begins.slice();
  for (let i = 0; i < size; i++) {
    const bucket = buckets[i] ?? 0;
    const place = next[bucket] ?? 0;
    places[place] = units[i] ?? 0;
    next[bucket] = place + 1;
  }
  return { text, folded, size, bits: bitsOf(codes), begins, places, units, shift };
}

function bucketAt(codes: Uint16Array, at: number, end: number, shift: number): number {
  const first = codes[at] ?? 0;
  const second = at + 1 < end ? (codes[at + 1] ?? 0) : 0;
  const short = classOfUnit(first) === LONE && classOfUnit(second) === LONE;
  const third = !short && at + 2 < end ? (codes[at + 2] ?? 0) : 0;
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77) ^ Math.imul(third, 0xc2b2ae3d), 0x27d4eb2f);
  return mixed >>> shift;
}

/** A stretch of the folded text, and how many edits it is from what was sought. */
export type Near = Span & { errors: number };

/** Runs of the quote that are looked up, the rarest first: with one edit in eight characters some of them are still whole. */
const SEEDS = 16;
/** A run found more often than this says too little to be followed. */
const COMMON = 400;
/** Windows that are compared letter by letter: those that most runs point to. */
const WINDOWS = 8;
/** A window to which this many times fewer runs point than to the fullest is not worth comparing. */
const WORTH = 4;
/** The share of a quote that may be edited for a place to be worth looking at. */
const EDITED_SHARE = 0.5;

/** The places most like a pattern, best first; none when nothing is at least half like it. */
export function nearPlaces(index: TextIndex, pattern: Uint16Array): Near[] {
  if (pattern.length < SHORT || pattern.length > LONGEST_COMPARED) return verbatimPlaces(index, pattern);
  const { begins, places, shift } = index;
  const { codes } = index.folded;
  const seeds: { at: number; begin: number; end: number }[] = [];
  const last = Math.max(1, pattern.length - 2);
  for (let at = 0; at < last; at++) {
    const bucket = bucketAt(pattern, at, pattern.length, shift);
    const begin = begins[bucket] ?? 0;
    const end = begins[bucket + 1] ?? 0;
    if (end > begin) seeds.push({ at, begin, end });
  }
  seeds.sort((one, other) => one.end - one.begin - (other.end - other.begin));
  const diagonals: number[] = [];
  for (const { at, begin, end } of seeds.slice(0, SEEDS)) {
    if (end - begin > COMMON && diagonals.length > 0) break;
    for (let i = begin; i < Math.min(end, begin + COMMON); i++) diagonals.push((places[i] ?? 0) - at);
  }
  diagonals.sort((one, other) => one - other);
  const slack = Math.floor(pattern.length * EDITED_SHARE);
  const found: Near[] = [];
  for (const { first, last } of windowsOf(diagonals, Math.max(2, slack >> 1))) {
    const from = Math.max(0, first - slack);
    const near = nearest(pattern, codes.subarray(from, Math.min(codes.length, last + pattern.length + slack)));
    const place = { start: from + near.start, end: from + near.end, errors: near.errors };
    if (place.end > place.start && near.errors <= slack && !found.some((other) => other.start < place.end && place.start < other.end))
      found.push(place);
  }
  return found.sort((one, other) => one.errors - other.errors);
}

/** Quotes of fewer characters have no whole run to look up, and none that may be edited. */
const SHORT = 3;

function verbatimPlaces({ folded: { codes }, units }: TextIndex, pattern: Uint16Array): Near[] {
  const found: Near[] = [];
  for (const at of units) {
    if (!pattern.every((code, i) => codes[at + i] === code)) continue;
    found.push({ start: at, end: at + pattern.length, errors: 0 });
    if (found.length === WINDOWS) break;
  }
  return found;
}

/** Where most diagonals come together within `width`: disjoint groups, the fullest first. */
function windowsOf(diagonals: readonly number[], width: number): { first: number; last: number }[] {
  const groups: { first: number; last: number; size: number }[] = [];
  let group: { first: number; last: number; size: number } | null = null;
  for (const diagonal of diagonals) {
    if (group && diagonal - group.first <= width) {
      group.last = diagonal;
      group.size++;
    } else {
      group = { first: diagonal, last: diagonal, size: 1 };
      groups.push(group);
    }
  }
  groups.sort((one, other) => other.size - one.size);
  const fullest = groups[0]?.size ?? 0;
  return groups.slice(0, WINDOWS).filter(({ size }) => size * WORTH >= fullest);
}

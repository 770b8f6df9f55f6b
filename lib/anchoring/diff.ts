import { align } from "./align";
import type { Alignment } from "./alignment";
import type { Span } from "./span";

/**
 * One stretch of two texts compared. `kept`: the same words in both, though white space and the shapes of quotation marks and dashes may
 * differ. `removed` stands in the old text only, `inserted` in the new one only; where words were replaced, the two follow one
 * another. A stretch that was put elsewhere is removed and inserted, and says of each where the other is.
 */
export type Run =
  | { kind: "kept"; from: Span; to: Span }
  | { kind: "removed"; from: Span; movedTo: Span | null }
  | { kind: "inserted"; to: Span; movedFrom: Span | null };

/**
 * Compares two texts word by word (character by character where a script has no spaces). The runs are in the order of reading; their
 * `from` spans joined are the whole old text, their `to` spans the whole new one, in UTF-16 code units. Near linear in the texts.
 */
export function diff(from: string, to: string): Run[] {
  const alignment = align(from, to);
  const cuts = { from: edgesOf(alignment.from.starts, from.length), to: edgesOf(alignment.to.starts, to.length) };
  const runs: Run[] = [];
  let [a, b] = [0, 0];
  while (a < alignment.from.count || b < alignment.to.count) {
    const step = keptFrom(alignment, a, b) ?? removedFrom(alignment, a) ?? insertedFrom(alignment, b);
    if (step === null) break;
    const [aEnd, bEnd] = [a + step.a, b + step.b];
    const fromSpan = { start: cuts.from(a), end: cuts.from(aEnd) };
    const toSpan = { start: cuts.to(b), end: cuts.to(bEnd) };
    if (step.kind === "kept") runs.push({ kind: "kept", from: fromSpan, to: toSpan });
    else if (step.kind === "removed") {
      const image = step.elsewhere;
      runs.push({
        kind: "removed",
        from: fromSpan,
        movedTo: image === -1 ? null : { start: cuts.to(image), end: cuts.to(image + step.a) },
      });
    } else {
      const origin = step.elsewhere;
      const movedFrom = origin === -1 ? null : { start: cuts.from(origin), end: cuts.from(origin + step.b) };
      runs.push({ kind: "inserted", to: toSpan, movedFrom });
    }
    [a, b] = [aEnd, bEnd];
  }
  // A text without a word is at most white space, which no run holds yet.
  if (alignment.from.count === 0 && from.length > 0) runs.push({ kind: "removed", from: { start: 0, end: from.length }, movedTo: null });
  if (alignment.to.count === 0 && to.length > 0) runs.push({ kind: "inserted", to: { start: 0, end: to.length }, movedFrom: null });
  return runs;
}

type Step = { kind: Run["kind"]; a: number; b: number; elsewhere: number };

function keptFrom({ from, image, moved }: Alignment, a: number, b: number): Step | null {
  let length = 0;
  while (a + length < from.count && moved[a + length] === 0 && image[a + length] === b + length) length++;
  return length > 0 ? { kind: "kept", a: length, b: length, elsewhere: -1 } : null;
}

/** Old words up to the next kept one; a stretch that went elsewhere by itself. */
function removedFrom({ from, image, moved }: Alignment, a: number): Step | null {
  const elsewhere = a < from.count ? (image[a] ?? -1) : -1;
  if (a >= from.count || (elsewhere !== -1 && moved[a] === 0)) return null;
  let length = 1;
  if (elsewhere === -1) while (a + length < from.count && image[a + length] === -1) length++;
  else while (a + length < from.count && moved[a + length] === 1 && image[a + length] === elsewhere + length) length++;
  return { kind: "removed", a: length, b: 0, elsewhere };
}

function insertedFrom({ to, image, origin, moved }: Alignment, b: number): Step | null {
  if (b >= to.count) return null;
  const elsewhere = origin[b] ?? -1;
  let length = 1;
  if (elsewhere === -1) while (b + length < to.count && origin[b + length] === -1) length++;
  else while (b + length < to.count && moved[elsewhere + length] === 1 && image[elsewhere + length] === b + length) length++;
  return { kind: "inserted", a: 0, b: length, elsewhere };
}

/** Where the runs are cut: before a word, so that the white space after a word goes with it. The text's two ends belong to the outer runs. */
function edgesOf(starts: Int32Array, length: number): (token: number) => number {
  return (token) => (token <= 0 ? 0 : (starts[token] ?? length));
}

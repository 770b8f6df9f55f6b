/** A stretch of text that is in both versions, only in the later one, or only in the earlier one. */
export type Piece = { kind: "same" | "added" | "removed"; text: string };

const segmenter = new Intl.Segmenter([], { granularity: "word" });

/** Two texts that differ in more words than this, multiplied, are shown as one taken out and the other put in. */
const MAX_CELLS = 1_000_000;

/**
 * What became of a note, word by word: the same and removed pieces together are the earlier text, the same and added ones
 * the later. The longest common subsequence of the words (and of what stands between them), by the textbook's table; what is
 * alike at the beginning and the end is set aside first.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const pieces: Piece[] = [];
  push(pieces, "same", a.slice(0, head));
  between(pieces, a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  push(pieces, "same", a.slice(a.length - tail));
  return pieces;
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function between(pieces: Piece[], a: readonly string[], b: readonly string[]): void {
  if (a.length * b.length > MAX_CELLS) {
    push(pieces, "removed", a);
    push(pieces, "added", b);
    return;
  }
  // common[i * width + j]: how many words a.slice(i) and b.slice(j) have in common, in order
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(pieces, "same", a.slice(i, i + 1));
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      push(pieces, "removed", a.slice(i, i + 1));
      i++;
    } else {
      push(pieces, "added", b.slice(j, j + 1));
      j++;
    }
  }
}

function push(pieces: Piece[], kind: Piece["kind"], words: readonly string[]): void {
  if (words.length === 0) return;
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += words.join("");
  else pieces.push({ kind, text: words.join("") });
}

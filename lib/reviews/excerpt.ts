import type { Span } from "../anchoring/span";
import { nextEdge, previousEdge } from "../anchoring/words";
import { blockIndexAt } from "../articles/canonical";

/** A passage with some of what stands around it; `before` and `after` are in its own paragraphs. */
export type Excerpt = { paragraph: number | null; before: string; words: string; after: string; isCutBefore: boolean; isCutAfter: boolean };

type Numbered = Span & { number: number | null };

/** So much of the paragraph is shown on either side of a passage, UTF-16 code units: enough to recognise it by. */
const AROUND = 220;

/** A passage of a text as it is shown away from it. Context ends with a whole word, and with the paragraph. */
export function excerptOf(text: string, blocks: readonly Numbered[], { start, end }: Span): Excerpt {
  const first = blocks[blockIndexAt(blocks, start) ?? -1];
  const last = blocks[blockIndexAt(blocks, end - 1) ?? -1] ?? first;
  const [from, to] = [first?.start ?? start, last?.end ?? end];
  const isCutBefore = start - from > AROUND;
  const isCutAfter = to - end > AROUND;
  const begin = isCutBefore ? Math.min(start, nextEdge(text, start - AROUND - 1, "word", "start")) : from;
  const stop = isCutAfter ? Math.max(end, previousEdge(text, end + AROUND + 1, "word", "end")) : to;
  const words = text.slice(start, end);
  return {
    paragraph: first?.number ?? null,
    before: text.slice(begin, start),
    words,
    after: text.slice(end, stop),
    isCutBefore,
    isCutAfter,
  };
}

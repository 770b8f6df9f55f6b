import { characterEnd, classAt, LONE, MARK, SIGN, SPACE, WORD, widthAt } from "./characters";
import { fold } from "./fold";

/**
 * A text as the words and signs that it is made of, for comparing: the i-th stands at [starts[i], ends[i]), UTF-16 code units, and two
 * with one id are the same word. White space is no token: it may change without a word having changed.
 */
export type Tokens = { count: number; starts: Int32Array; ends: Int32Array; ids: Int32Array };

/** The words of several texts, numbered. Equal after folding is the same word. */
export class Vocabulary {
  readonly #bySpelling = new Map<string, number>();
  readonly #byFold = new Map<string, number>();
  readonly #signs: boolean[] = [];

  get size(): number {
    return this.#signs.length;
  }

  idOf(spelling: string, isSign: boolean): number {
    const known = this.#bySpelling.get(spelling);
    if (known !== undefined) return known;
    const folded = fold(spelling);
    let id = this.#byFold.get(folded);
    if (id === undefined) {
      id = this.#signs.length;
      this.#byFold.set(folded, id);
      this.#signs.push(isSign);
    }
    this.#bySpelling.set(spelling, id);
    return id;
  }

  /** Punctuation and symbols, which say less about where a text stands than words do. */
  isSign(id: number): boolean {
    return this.#signs[id] ?? false;
  }
}

/** Words, single characters of scripts without spaces, and signs, in text order. Linear in the text. */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const ids = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at);
    if (kind === SPACE) {
      at++;
      continue;
    }
    const end = kind === WORD ? wordEnd(text, at) : kind === SIGN ? signEnd(text, at) : characterEnd(text, at);
    starts[count] = at;
    ends[count] = end;
    ids[count] = vocabulary.idOf(text.slice(at, end), kind !== WORD && kind !== LONE);
    count++;
    at = end;
  }
  return { count, starts: starts.slice(0, count), ends: ends.slice(0, count), ids: ids.slice(0, count) };
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length) {
    const kind = classAt(text, end);
    if (kind !== WORD && kind !== MARK) break;
    end += widthAt(text, end);
  }
  return end;
}

/** Three full stops are an ellipsis, and an ellipsis folds to three full stops. */
function signEnd(text: string, offset: number): number {
  let end = offset;
  while (text.charCodeAt(end) === 0x2e) end++;
  return end > offset + 1 ? end : characterEnd(text, offset);
}

/** The first token that ends after `offset` (`count` when none does), by halving. */
export function tokenAt({ count, ends }: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

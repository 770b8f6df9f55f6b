/**
 * What a character is to the comparison of two texts. Only comparison looks through these eyes: what is stored and shown is always
 * the text itself.
 */

/** Between words: white space, control characters and the zero-width space. */
export const SPACE = 0;
/** Part of a word: letters and digits of scripts that put spaces between words. */
export const WORD = 1;
/** A word by itself: characters of scripts without spaces, whose words only a dictionary could tell apart. */
export const LONE = 2;
/** Punctuation, symbols, emoji. */
export const SIGN = 3;
/** Belongs to the character before it: combining marks, variation selectors, skin tones, soft hyphens. */
export const MARK = 4;

const spaces = /[\s\p{Z}\p{Cc}\u200b]/u;
// Thai and Lao AM, and the half-width sound marks, are letters by category but never begin a character.
const marks = /[\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3\uff9e\uff9f]/u;
const letters = /[\p{L}\p{N}]/u;
const withoutSpaces =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u;

function classify(character: string): number {
  if (spaces.test(character)) return SPACE;
  if (marks.test(character)) return MARK;
  if (!letters.test(character)) return SIGN;
  return withoutSpaces.test(character) ? LONE : WORD;
}

// One look-up for each character of the basic plane, filled as texts need it: 255 is “not asked yet”.
const known = new Uint8Array(0x10000).fill(255);

/** The class of the code point that begins at `offset`. */
export function classAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit >= 0xd800 && unit < 0xdc00) return classify(String.fromCodePoint(text.codePointAt(offset) ?? unit));
  return classOfUnit(unit);
}

/** The class of a code unit that is a whole code point; of half a pair, that of a sign. */
export function classOfUnit(unit: number): number {
  const seen = known[unit] ?? 255;
  if (seen !== 255) return seen;
  const found = classify(String.fromCharCode(unit));
  known[unit] = found;
  return found;
}

/** Code units of the code point at `offset`. */
export function widthAt(text: string, offset: number): 1 | 2 {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit >= 0xdc00) return 1;
  const next = text.charCodeAt(offset + 1);
  return next >= 0xdc00 && next < 0xe000 ? 2 : 1;
}

const ZERO_WIDTH_JOINER = 0x200d;

/** Half of a flag, which is two of these. */
function isRegional(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 0xd83c && text.charCodeAt(offset + 1) >= 0xdde6 && text.charCodeAt(offset + 1) <= 0xddff;
}

/**
 * Where the character that begins at `offset` ends, with all that belongs to it. For what people write this is the grapheme cluster,
 * found without a segmenter; what must stand on a cluster's edge whatever the text is snapped to it afterwards.
 */
export function characterEnd(text: string, offset: number): number {
  let end = offset + widthAt(text, offset);
  if (isRegional(text, offset) && isRegional(text, end)) end += 2;
  while (end < text.length && classAt(text, end) === MARK) {
    const joins = text.charCodeAt(end) === ZERO_WIDTH_JOINER;
    end += widthAt(text, end);
    if (joins && end < text.length && classAt(text, end) === SIGN) end += widthAt(text, end);
  }
  return end;
}

/**
 * Text made comparable: width (ＡＢＣ, ｶﾅ), case (also ß and ς), accents and the many dashes and quotation marks of typesetting
 * make no difference to somebody who is looking for a framework. `origin[i]` is where unit i of the folded text came from, so that a
 * match can be underlined in the text as it is printed.
 */
export type Folded = { text: string; origin: number[] };

// In kana the sound marks make another letter, not an accented one: か and が stay apart.
const accents = /[^\P{M}\u3099\u309a]/gu;
const dashes = /\p{Pd}/gu;
// Full stops too: whoever types “us” means the U.S.
const silent = /[\p{Pi}\p{Pf}'".]/gu;

export function fold(text: string): Folded {
  let folded = "";
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    // Upper case first: it alone knows that ß is SS.
    const plain = character
      .normalize("NFKD")
      .toUpperCase()
      .toLowerCase()
      .normalize("NFKD")
      .replace(accents, "")
      .replace(dashes, " ")
      .replace(silent, "")
      .replace(/\s+/g, " ");
    for (const unit of plain.split("")) {
      if (unit === " " && (folded === "" || folded.endsWith(" "))) continue;
      folded += unit;
      origin.push(at);
    }
    at += character.length;
  }
  origin.push(text.length);
  return { text: folded, origin };
}

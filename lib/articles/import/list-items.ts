import type { SourceLine } from "./lines";

/** Bullets people type or pages print; dashes other than the hyphen open direct speech in many languages. */
const BULLET = /^\s*[-*•●▪‣◦]\s+(?=\S)/u;
const NUMBER = /^\s*\d{1,3}[.)]\s+(?=\S)/u;

export type ListItem = {
  /** without a bullet, which the block's kind says; with its number, which the text may refer to */
  text: string;
  numbered: boolean;
};

/** The list item that a line begins, or null. */
export function listItem(line: SourceLine): ListItem | null {
  if (NUMBER.test(line.text)) return { text: line.text, numbered: true };
  const bullet = BULLET.exec(line.text)?.[0];
  return bullet === undefined ? null : { text: line.text.slice(bullet.length), numbered: false };
}

/** What stands behind a bullet, or null: comments are bulleted, never numbered. */
export function bulletText(line: SourceLine): string | null {
  const item = listItem(line);
  return item === null || item.numbered ? null : item.text;
}

/** `* * *`, `---`: a line that divides and says nothing. */
export function isDivider(text: string): boolean {
  return text.length <= 200 && /^(?:[-*_=~•·#⁂]\s*){3,}$/u.test(text);
}

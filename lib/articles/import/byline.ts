import { splitNames } from "./names";
import { oneLine } from "./white-space";

const LONGEST_BYLINE = 160;
const BY = /^(?:by|written by|words by|text by)[:\s]\s*(.+)$/iu;
const BY_LABEL = /^(?:authors?|by|作者|著者|筆者|撰文|文)\s*[:：/／]\s*(.+)$/iu;
/** What pages put on the same line as the name. */
const DIVIDERS = /\s*[|｜•·–—]\s*|\s{3,}/u;

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const YEAR = "(?:1[5-9]|20)\\d\\d";
const TIME = "(?:[,\\s]+(?:at\\s+)?\\d{1,2}:\\d\\d(?:\\s*[ap]\\.?m\\.?)?(?:\\s*\\(?[A-Z]{2,4}\\)?)?)?";
const WRITTEN_DATE = `(?:[a-z]{3,9}day,?\\s+)?(${[
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${YEAR}`,
  `\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+${MONTH},?\\s+${YEAR}`,
  `${YEAR}-\\d\\d-\\d\\d(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
  `${YEAR}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日`,
].join("|")})${TIME}$`;
const DATE = new RegExp(`^(?:(?:published|posted|updated)(?:\\s+on)?:?\\s+)?${WRITTEN_DATE}`, "i");
const DATE_BEHIND = new RegExp(`[\\s,(]+(?:on\\s+)?${WRITTEN_DATE}`, "i");
const LONGEST_DATE = 80;

/** The date that a line consists of, as it is written there, or null. */
export function dateLine(text: string): string | null {
  const line = oneLine(text.slice(0, LONGEST_DATE + 1));
  return line.length > LONGEST_DATE ? null : (DATE.exec(line)?.[1] ?? null);
}

export type Byline = { authors: string[]; published?: string };

/**
 * `By X`, `By X and Y | 16 October 2013`, `作者：某某`; null when the line is anything else. A single word after a bare "By" is
 * not believed: "By Monday" is how sections begin.
 */
export function byline(text: string): Byline | null {
  if (text.length > LONGEST_BYLINE) return null;
  const [whole = "", ...behind] = text.trim().split(DIVIDERS);
  const dated = DATE_BEHIND.exec(whole);
  const first = dated === null ? whole : whole.slice(0, dated.index);
  const published = dated?.[1] ?? behind.map(dateLine).find((date) => date !== null);
  const labelled = BY_LABEL.exec(first)?.[1];
  const bare = labelled === undefined ? BY.exec(first)?.[1] : undefined;
  const authors = splitNames(labelled ?? bare ?? "");
  if (authors.length === 0 || (bare !== undefined && authors.some((name) => !name.includes(" ")))) return null;
  return published === undefined || published === null ? { authors } : { authors, published };
}

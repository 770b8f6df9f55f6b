import type { DroppedPart } from "../schema";
import { declaredAuthors, languageCode } from "./html-meta";
import { uniqueNames } from "./names";
import { notice } from "./notice";
import type { Reading } from "./reading";
import { oneLine } from "./white-space";

/** Longer than this, a `---` on the first line is a dividing line and what follows is the text. */
const MOST_LINES = 100;
const FIELD = /^([A-Za-z][\w-]{0,40}):[ \t]*(.*)$/;
const ITEM = /^[ \t]*-[ \t]+(.+)$/;

export type FrontMatter = { declared: Partial<Reading>; dropped: DroppedPart[]; body: string };

const unquoted = (value: string) => oneLine(value).replace(/^(["'])(.*)\1$/, "$2");
const listed = (value: string) =>
  value
    .replace(/^\[(.*)\]$/, "$1")
    .split(",")
    .map(unquoted)
    .filter((entry) => entry !== "");

/** Adds what a field declares; false for a field that an article has no use for. */
function noteField(declared: Partial<Reading>, key: string, value: string): boolean {
  const text = unquoted(value);
  if (text === "") return true;
  switch (key.toLowerCase()) {
    case "title":
      declared.title = text;
      return true;
    case "subtitle":
    case "standfirst":
      declared.standfirst = text.slice(0, 1000);
      return text.length <= 1000;
    case "author":
    case "authors":
      declared.authors = uniqueNames([...(declared.authors ?? []), ...listed(value).flatMap(declaredAuthors)]);
      return true;
    case "date":
    case "published":
      declared.published = text;
      return true;
    case "lang":
    case "language":
      declared.language = languageCode(text);
      return declared.language !== undefined;
    default:
      return false;
  }
}

/**
 * The fields at the top of a Markdown file (`---`, `title: …`, `---`), where every line between is a field or an entry of one.
 * Not YAML: only `key: value` and lists of names, which is what articles have there.
 */
export function frontMatter(source: string): FrontMatter {
  const none: FrontMatter = { declared: {}, dropped: [], body: source };
  const head = source.slice(0, MOST_LINES * 400).split(/\r\n?|\n/);
  const end = head.slice(1, MOST_LINES).findIndex((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line)) + 1;
  if (!/^---[ \t]*$/.test(head[0] ?? "") || end < 2) return none;
  const fields = head.slice(1, end);
  if (!fields.every((line) => line.trim() === "" || line.startsWith("#") || FIELD.test(line) || ITEM.test(line))) return none;
  const found: FrontMatter = {
    declared: {},
    dropped: [],
    body: source.replace(new RegExp(`^(?:[^\\r\\n]*(?:\\r\\n?|\\n|$)){${end + 1}}`), ""),
  };
  let key = "";
  fields.forEach((line, index) => {
    const field = FIELD.exec(line);
    key = field?.[1] ?? key;
    const value = field?.[2] ?? ITEM.exec(line)?.[1] ?? "";
    if (!noteField(found.declared, key, value))
      found.dropped.push(notice(index + 2, line, "A field of the file's head that an article has no place for."));
  });
  return found;
}

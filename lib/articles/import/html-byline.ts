import type { DroppedPart } from "../schema";
import { byline, dateLine } from "./byline";
import { declaredAuthors } from "./html-meta";
import { elementsOf, INLINE, isCalled, type PageElement, textOf } from "./html-tree";
import { NameList, splitNames, uniqueNames } from "./names";
import { notice } from "./notice";
import { oneLine } from "./white-space";

const AUTHOR = /^(?:(?:post|entry|article|page)[-_])?(?:byline|author)(?:[-_](?:name|link))?$/;
const DATE = /^(?:(?:post|entry|article|page)[-_])?(?:date|published|pubdate|timestamp)$/;
/** A byline names people; what is longer introduces them, and is the biography. */
const LONGEST = 120;

export type PageByline = { authors: NameList; published?: string; elements: Set<PageElement>; dropped: DroppedPart[] };

const isAuthor = (element: PageElement) =>
  isCalled(element, AUTHOR) || element.attributes.rel === "author" || element.attributes.itemprop === "author";
const isDate = (element: PageElement) => isCalled(element, DATE) || element.attributes.itemprop === "datePublished";

/** The date that an element says the article is of: what a machine may read before what a person does. */
function dateOf(element: PageElement): string | undefined {
  const time = [...elementsOf(element)].find((below) => below.attributes.datetime !== undefined);
  return time?.attributes.datetime ?? dateLine(oneLine(textOf(element))) ?? undefined;
}

/** Names that an element's markup says are the authors': the outermost mark is believed. */
function namesIn(element: PageElement): string[] {
  if (!isAuthor(element)) return element.children.flatMap((child) => (typeof child === "string" ? [] : namesIn(child)));
  const text = oneLine(textOf(element));
  return text.length <= LONGEST ? declaredAuthors(text) : [];
}

/** A block of one line: whole, so that a headline above the byline is not taken with it. */
function isLine(element: PageElement): boolean {
  for (const below of elementsOf(element)) if (below !== element && below.name !== "br" && !INLINE.has(below.name)) return false;
  return true;
}

/** Takes note of a short block that names the authors or the date; false when it does neither. */
function noteBlock(found: PageByline, element: PageElement, text: string): boolean {
  const marked = uniqueNames(namesIn(element));
  const authors = marked.length > 0 ? (byline(text)?.authors ?? marked) : [];
  const published = authors.length > 0 || isDate(element) ? (dateOf(element) ?? byline(text)?.published) : undefined;
  if (authors.length === 0 && published === undefined) return false;
  found.authors.add(authors);
  if (published !== undefined) found.published ??= published;
  found.elements.add(element);
  const isPlain = byline(text) !== null || splitNames(text).length > 0 || dateLine(text) !== null;
  if (!isPlain) found.dropped.push(notice(element.line, text, "The byline: its names and date are kept as the article's."));
  return true;
}

/** The authors and the date that an article's markup declares, and the blocks that say nothing else: they are no paragraphs. */
export function pageByline(root: PageElement, isOutside: (element: PageElement) => boolean): PageByline {
  const found: PageByline = { authors: new NameList(), elements: new Set(), dropped: [] };
  const visit = (element: PageElement) => {
    for (const child of element.children) {
      if (typeof child === "string" || isOutside(child)) continue;
      const isBlock = !INLINE.has(child.name) && (isAuthor(child) || isDate(child) || isLine(child));
      const text = isBlock ? oneLine(textOf(child, isOutside)) : "";
      if (text !== "" && text.length <= LONGEST && noteBlock(found, child, text)) continue;
      if (isAuthor(child) && !found.authors.isFull) found.authors.add(namesIn(child));
      visit(child);
    }
  };
  visit(root);
  return found;
}

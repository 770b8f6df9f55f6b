import type { DroppedPart } from "../schema";
import { articleOf, furnitureOf, type PageParts, withoutHidden } from "./html-article";
import { blocksOf } from "./html-blocks";
import { pageByline } from "./html-byline";
import { clean } from "./html-clean";
import { readHtmlComments } from "./html-comments";
import { declaredTitle, type PageMeta } from "./html-meta";
import { normalise } from "./html-normalise";
import { elementsOf, type PageElement, textOf, treeOf } from "./html-tree";
import { nameKey } from "./names";
import { notice } from "./notice";
import type { Part, Reading } from "./reading";
import { isBlank, oneLine } from "./white-space";

const longest = (texts: readonly string[]) =>
  texts.reduce<string | undefined>((best, text) => (text.length > (best?.length ?? 0) ? text : best), undefined);

/**
 * The page's headline: an <h1> that the title in its head repeats (of the article, else of the page; the longest, because a head's
 * title may also repeat the site's name), else the article's first, else the page's.
 */
function headline(page: PageElement, { root, comments }: PageParts, meta: PageMeta): string | undefined {
  const outside = new Set(comments.flatMap((container) => [...elementsOf(container)]));
  const inside = new Set(elementsOf(root));
  const declared = nameKey(meta.title ?? meta.documentTitle ?? "");
  const all = [...elementsOf(page)]
    .filter((element) => element.name === "h1" && !outside.has(element))
    .map((element) => ({ text: oneLine(textOf(element)), isOwn: inside.has(element) }))
    .filter(({ text }) => !isBlank(text))
    .map((heading) => ({ ...heading, isDeclared: declared.includes(nameKey(heading.text)) }));
  const own = all.filter(({ isOwn }) => isOwn);
  const repeated = (headings: readonly { text: string; isDeclared: boolean }[]) =>
    longest(headings.filter(({ isDeclared }) => isDeclared).map(({ text }) => text));
  return repeated(own) ?? repeated(all) ?? own[0]?.text ?? all[0]?.text;
}

/** What stands outside the article and outside its comments, in one row: a page may have hundreds of such pieces. */
function outsideOf(page: PageElement, { root, comments }: PageParts): DroppedPart[] {
  if (root === page) return [];
  const skipped = new Set([root, ...comments]);
  const text = textOf(page, (element) => skipped.has(element));
  const first = page.children.find((child): child is PageElement => typeof child !== "string");
  return isBlank(text) ? [] : [notice(first?.line ?? null, text, "Outside the article, on the same page.")];
}

/** Tables have no place in a text of paragraphs; their words do. */
function tablesIn(root: PageElement): DroppedPart[] {
  const tables = [...elementsOf(root)].filter((element) => element.name === "table");
  return tables.map((table) => notice(table.line, textOf(table), "A table: each of its rows became a paragraph. Please check it."));
}

/** The title in the page's head is used where the page has no headline, and no heading that could be one. */
function titleOf(found: string | undefined, meta: PageMeta, parts: readonly Part[]): string | undefined {
  const opensWithHeading = parts[0]?.block.kind === "heading";
  return found ?? (opensWithHeading && meta.title === undefined ? undefined : declaredTitle(meta));
}

function read(source: string, hasLines: boolean): Reading {
  const { html, meta, dropped } = normalise(source, hasLines);
  const { page, hidden } = withoutHidden(treeOf(clean(html)));
  const article = articleOf(page);
  const containers = new Set(article.comments);
  const found = headline(page, article, meta);
  const furniture = furnitureOf(article.root, containers, found);
  const left = new Set([...containers, ...furniture.map(({ element }) => element)]);
  const byline = pageByline(article.root, (element) => left.has(element));
  const parts = blocksOf(article.root, (element) => left.has(element) || byline.elements.has(element));
  const comments = readHtmlComments(article.comments);
  const title = titleOf(found, meta, parts);
  const published = meta.published ?? byline.published;
  return {
    ...(title === undefined ? {} : { title }),
    ...(meta.language === undefined ? {} : { language: meta.language }),
    ...(meta.sourceUrl === undefined ? {} : { sourceUrl: meta.sourceUrl }),
    ...(published === undefined ? {} : { published }),
    authors: meta.authors.names.length > 0 ? meta.authors.names : byline.authors.names,
    parts,
    comments: comments.comments,
    dropped: [
      ...dropped,
      ...outsideOf(page, article),
      ...[...hidden, ...furniture].map(({ element, why }) => notice(element.line, textOf(element), why)).filter(({ text }) => text !== ""),
      ...tablesIn(article.root),
      ...byline.dropped,
      ...comments.dropped,
    ],
  };
}

/**
 * Reads a page or a piece of HTML: made canonical, cleaned by an allow-list, then read into blocks. White space is collapsed as
 * HTML collapses it; NBSP and every other character of the text stays.
 */
export function readHtml(source: string): Reading {
  return read(source, true);
}

/** Reads HTML that was made from something else, whose lines mean nothing to the person who wrote it. */
export function readMadeHtml(html: string): Reading {
  return read(html, false);
}

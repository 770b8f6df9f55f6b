import { articleDraftSchema } from "../schema";
import { byline } from "./byline";
import { LONGEST_DECLARED_TITLE } from "./limits";
import { type NameList, splitNames } from "./names";
import { clip, oneLine } from "./white-space";

/** What a page's head says about the article. */
export type PageMeta = {
  language?: string;
  /** `og:title`, which names the article; <title> often also names the site */
  title?: string;
  documentTitle?: string;
  siteName?: string;
  authors: NameList;
  published?: string;
  sourceUrl?: string;
};

/** `en_US` as `en-US`; undefined where it is no language code. */
export function languageCode(declared: string): string | undefined {
  const [language = "", ...rest] = declared.trim().replaceAll("_", "-").split("-");
  const code = [language.toLowerCase(), ...rest].join("-");
  return articleDraftSchema.shape.language.safeParse(code).success ? code : undefined;
}

/** Names in a field that declares an author: "Jane Doe", "By Jane Doe and John Roe". Profile addresses are no names. */
export function declaredAuthors(content: string): string[] {
  if (/^\s*https?:/i.test(content)) return [];
  return byline(content)?.authors ?? splitNames(content);
}

/** A title as the head has it, in one line. */
export function declaredLine(content: string): string {
  return oneLine(clip(content, LONGEST_DECLARED_TITLE));
}

function noteUrl(meta: PageMeta, url: string): void {
  if (url !== "" && articleDraftSchema.shape.sourceUrl.safeParse(url).success) meta.sourceUrl ??= url;
}

function noteField(meta: PageMeta, field: string, content: string): void {
  switch (field) {
    case "og:title":
      meta.title ??= declaredLine(content);
      break;
    case "og:site_name":
      meta.siteName ??= declaredLine(content);
      break;
    case "og:url":
      noteUrl(meta, content.trim());
      break;
    case "author":
    case "article:author":
      if (!meta.authors.isFull) meta.authors.add(declaredAuthors(content));
      break;
    case "date":
    case "article:published_time":
      meta.published ??= oneLine(content);
      break;
  }
}

/** Notes what an element of the head declares; elements of the body declare nothing and are ignored. */
export function noteMeta(meta: PageMeta, name: string, attributes: Readonly<Record<string, string>>): void {
  const language = name === "html" ? (attributes.lang ?? attributes["xml:lang"]) : undefined;
  if (language !== undefined) meta.language ??= languageCode(language);
  if (name === "link" && attributes.rel?.toLowerCase() === "canonical") noteUrl(meta, attributes.href?.trim() ?? "");
  if (name !== "meta") return;
  noteField(meta, (attributes.property ?? attributes.name ?? attributes.itemprop ?? "").toLowerCase(), attributes.content ?? "");
}

/** The article's title by the page's head: without the site's name, which pages add to theirs. */
export function declaredTitle(meta: PageMeta): string | undefined {
  const whole = oneLine(meta.title ?? meta.documentTitle ?? "");
  const site = meta.siteName ?? "";
  const suffix = /\s*[|｜•·–—»-]\s*$/u;
  const title = site !== "" && whole.endsWith(site) ? whole.slice(0, -site.length).replace(suffix, "") : whole;
  return title === "" ? undefined : title;
}

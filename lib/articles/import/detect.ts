import type { SourceFormat } from "../schema";

const EXTENSIONS: readonly (readonly [RegExp, SourceFormat])[] = [
  [/\.(html?|xhtml)$/i, "html"],
  [/\.(md|markdown|mdown|mkd)$/i, "markdown"],
  [/\.(txt|text)$/i, "text"],
];

/** Formats show themselves early; the rest of a long source is not searched. */
const LOOK = 20_000;

const HTML_START = /^\s*(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<\?xml[^>]*>\s*<(!doctype html|html))/i;
const HTML_TAG = /<\/?(p|div|h[1-6]|article|section|blockquote|ul|ol|li|br|em|strong|a|span|script|img)(\s[^<>]*)?\/?>/gi;

/** Signs of Markdown that plain prose does not make by accident. Bullets and "1." are no sign: plain text has them too. */
const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^ {0,3}#{1,6} \S/m,
  /^\S.*\n(={3,}|-{3,})[ \t]*$/m,
  /^(```|~~~)/m,
  /\[[^\][\n]+\]\((https?:\/\/|mailto:|\/|#)[^)\s]*\)/,
  /^\[[^\][\n]+\]:[ \t]*\S/m,
  /(^|\s)\*\*[^*\s][^*\n]*\*\*/,
  /(^|\s)[*_][^*_\s][^*_\n]*[*_](?=[\s.,;:!?)]|$)/,
  /^> \S/m,
  /^\|.*\|[ \t]*\n\|[ \t:|-]+\|/m,
];

/** A heading or a fence alone says Markdown; of the weaker signs it takes two. */
const STRONG_SIGNS = 3;

function looksLikeMarkdown(head: string): boolean {
  if (MARKDOWN_SIGNS.slice(0, STRONG_SIGNS).some((sign) => sign.test(head))) return true;
  return MARKDOWN_SIGNS.filter((sign) => sign.test(head)).length >= 2;
}

function looksLikeHtml(head: string): boolean {
  if (HTML_START.test(head)) return true;
  const tags = head.match(HTML_TAG)?.length ?? 0;
  return tags >= 2 && (/^\s*</.test(head) || tags * 400 > head.length);
}

/** What a source is: by its file's name where that says so, else by what its beginning looks like. In doubt it is plain text. */
export function detectFormat(text: string, filename = ""): SourceFormat {
  const named = EXTENSIONS.find(([pattern]) => pattern.test(filename.trim()));
  if (named !== undefined) return named[1];
  const head = text.slice(0, LOOK).replace(/\r\n?/g, "\n");
  if (looksLikeHtml(head)) return "html";
  return looksLikeMarkdown(head) ? "markdown" : "text";
}

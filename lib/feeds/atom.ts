import { escaped } from "./html";

export type FeedEntry = {
  /** an IRI, the same as long as the thing is there */
  id: string;
  title: string;
  author: string;
  /** in full */
  href: string;
  /** HTML; "" where it has no words */
  html: string;
  /** ISO 8601, UTC */
  published: string;
  updated: string;
};

export type Feed = {
  id: string;
  title: string;
  /** BCP 47, of the title */
  language: string;
  /** the page that it is a feed of, and its own address, in full */
  href: string;
  self: string;
  updated: string;
  entries: readonly FeedEntry[];
};

/** The feed as an Atom document (RFC 4287). Any text is safe in it. */
export function atomOf({ id, title, language, href, self, updated, entries }: Feed): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom">`,
    `<id>${escaped(id)}</id>`,
    `<title xml:lang="${escaped(language)}">${escaped(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(href)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<generator>Hedgerow</generator>`,
    ...entries.flatMap((entry) => [
      `<entry>`,
      `<id>${escaped(entry.id)}</id>`,
      `<title>${escaped(entry.title)}</title>`,
      `<author><name>${escaped(entry.author)}</name></author>`,
      `<published>${entry.published}</published>`,
      `<updated>${entry.updated}</updated>`,
      `<link rel="alternate" type="text/html" href="${escaped(entry.href)}"/>`,
      // HTML within XML: escaped once as each.
      `<content type="html">${escaped(entry.html)}</content>`,
      `</entry>`,
    ]),
    `</feed>`,
    ``,
  ].join("\n");
}

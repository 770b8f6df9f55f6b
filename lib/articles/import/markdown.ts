import { micromark, type Options } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { frontMatter } from "./front-matter";
import { readMadeHtml } from "./html";
import { guardMarkdown } from "./markdown-guard";
import type { Reading } from "./reading";

type HtmlExtension = NonNullable<Options["htmlExtensions"]>[number];

/**
 * Raw HTML goes through as it is. GFM's own filter would print `<script>` as words of the article; here the HTML reader removes it and
 * says so, as it does everywhere else.
 */
const unfiltered: HtmlExtension = {
  exit: {
    htmlFlowData(token) {
      this.raw(this.sliceSerialize(token));
    },
    htmlTextData(token) {
      this.raw(this.sliceSerialize(token));
    },
  },
};

const options: Options = {
  allowDangerousHtml: true,
  extensions: [gfm()],
  htmlExtensions: [gfmHtml({ labelAttributes: "" }), unfiltered],
};

/**
 * Reads Markdown (CommonMark with GitHub's tables, footnotes, strikethrough and bare links) by making HTML of it: what is safe, what is
 * a heading and what is furniture is decided in one place for both.
 */
export function readMarkdown(source: string): Reading {
  const { declared, dropped, body } = frontMatter(source);
  guardMarkdown(body);
  const reading = readMadeHtml(micromark(body, options));
  return { ...reading, ...declared, dropped: [...dropped, ...reading.dropped] };
}

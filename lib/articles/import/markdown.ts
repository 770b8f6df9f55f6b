import { compile, type Options, parse, postprocess, preprocess } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { frontMatter } from "./front-matter";
import { readMadeHtml } from "./html";
import { guardMarkdown } from "./markdown-guard";
import { guardReferences } from "./markdown-references";
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

/** The steps of micromark, to look at what was parsed before HTML is made of it. */
function htmlOf(markdown: string): string {
  guardMarkdown(markdown);
  const events = postprocess(
    parse(options)
      .document()
      .write(preprocess()(markdown, undefined, true)),
  );
  guardReferences(events);
  return compile(options)(events);
}

/**
 * Reads Markdown (CommonMark with GitHub's tables, footnotes, strikethrough and bare links) by making HTML of it: what is safe, what is
 * a heading and what is furniture is decided in one place for both.
 */
export function readMarkdown(source: string): Reading {
  const { declared, dropped, body } = frontMatter(source);
  const reading = readMadeHtml(htmlOf(body));
  return { ...reading, ...declared, dropped: [...dropped, ...reading.dropped] };
}

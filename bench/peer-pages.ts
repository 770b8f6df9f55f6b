import { build } from "esbuild";
import type { BenchArticle } from "./articles";

/**
 * What a page may be made of, for the bench: the same paragraphs, and the same annotations put on them by other means. Every page notes in
 * `painted` when its highlights were on screen: milliseconds after the first byte of the page came.
 */
export type PeerPages = { plain: string; floor: string; recogito: string };

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeText = (text: string) => text.replace(/[&<>]/g, (character) => escapes[character] ?? character);

/** A frame that was asked for after the work is painted before a task that was queued from within it. */
export const NOTE_PAINTED = `
  const notePainted = () => requestAnimationFrame(() => setTimeout(() => {
    window.painted = performance.now() - performance.getEntriesByType("navigation")[0].responseStart;
  }));`;

let recogito: Promise<string> | undefined;
function recogitoScript(): Promise<string> {
  recogito ??= build({
    stdin: { contents: `export { createTextAnnotator } from "@recogito/text-annotator";`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "Recogito",
    write: false,
    loader: { ".css": "empty" },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  return recogito;
}

/** @param origin where the styles are */
export async function peerPages(article: BenchArticle, styles: readonly string[]): Promise<PeerPages> {
  const paragraphs = article.blocks.map(
    ({ start, end }) => `<div class="para"><p class="para__t">${escapeText(article.text.slice(start, end))}</p></div>`,
  );
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join("");
  const page = (script: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>${links}</head><body><div class="read"><div class="read__text" id="text">${paragraphs.join("")}</div></div><script>${NOTE_PAINTED}${script}</script></body></html>`;
  return {
    plain: page(`addEventListener("DOMContentLoaded", notePainted);`),
    floor: page(`const passages = ${JSON.stringify(article.passages)};${BLOCKS(article)}${PAINT_HIGHLIGHTS}`),
    recogito: page(
      `${(await recogitoScript()).replaceAll("</script", "<\\/script")};const passages = ${JSON.stringify(article.passages)};${BLOCKS(article)}${PAINT_RECOGITO}`,
    ),
  };
}

const BLOCKS = ({ blocks }: BenchArticle) => `const blocks = ${JSON.stringify(blocks.map(({ start }) => start))};`;

/** The bare CSS highlight: one range for each annotation, one highlight for each hue, and nothing else that a reader would need. */
const PAINT_HIGHLIGHTS = `
  addEventListener("DOMContentLoaded", () => {
    const nodes = [...document.querySelectorAll(".para__t")].map((p) => p.firstChild);
    const highlights = Array.from({ length: 13 }, () => new Highlight());
    let at = 0;
    for (const { start, end, hue } of passages) {
      while (at + 1 < blocks.length && blocks[at + 1] <= start) at++;
      const range = new StaticRange({ startContainer: nodes[at], startOffset: start - blocks[at], endContainer: nodes[at], endOffset: end - blocks[at] });
      highlights[hue].add(range);
    }
    const style = document.createElement("style");
    style.textContent = highlights.map((_, hue) => "::highlight(h" + hue + "){background-color:hsl(" + hue * 30 + " 60% 85%)}").join("");
    document.head.append(style);
    highlights.forEach((highlight, hue) => CSS.highlights.set("h" + hue, highlight));
    notePainted();
  });`;

/** Recogito as its documentation has it: an annotator on the element that holds the text, and the annotations given to it at once. */
const PAINT_RECOGITO = `
  addEventListener("DOMContentLoaded", () => {
    const text = document.getElementById("text");
    const whole = text.textContent;
    const annotator = Recogito.createTextAnnotator(text);
    let at = 0;
    annotator.setAnnotations(passages.map(({ start, end }, index) => {
      while (at + 1 < blocks.length && blocks[at + 1] <= start) at++;
      const id = "a" + index;
      // Between two blocks of the text there is a line feed, which the elements do not have.
      return { id, bodies: [], target: { annotation: id, selector: [{ start: start - at, end: end - at, quote: whole.slice(start - at, end - at) }] } };
    }));
    // It paints when it is idle: its own marks are there, or the page has come to rest.
    const marks = () => document.querySelectorAll(".r6o-annotation").length + (CSS.highlights?.size ?? 0);
    const look = () => (marks() > 0 ? notePainted() : setTimeout(look, 1));
    look();
  });`;

import { readFileSync } from "node:fs";
import { DomUtils, parseDocument } from "htmlparser2";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LetterParts } from "@/components/letters/letter-parts";
import { formatDate } from "@/components/ui/dates";
import { letterOf, letterOrders } from "@/lib/letters/letter";
import { documentOf } from "@/lib/letters/letter-document";
import { docxOf } from "@/lib/letters/letter-docx";
import { markdownOf } from "@/lib/letters/letter-markdown";
import { article, critiques, frameworkName } from "../../fixtures/letters/critiques";
import { documentXml, wordLines } from "../../fixtures/letters/docx";
import { dense, textsOf } from "../../fixtures/letters/texts";

const about = { title: "Response", authors: article.authors };
const parts = (order: (typeof letterOrders)[number] = "paragraph") =>
  documentOf(letterOf(article, critiques, { order, date: "2026-11-23T10:00:00.000Z", frameworkName }), formatDate);
const golden = (name: string) => readFileSync(new URL(`../../fixtures/letters/${name}`, import.meta.url), "utf8");
const htmlOf = (list: ReturnType<typeof parts>) => renderToStaticMarkup(createElement(LetterParts, { parts: list }));
const textOfHtml = (html: string) => DomUtils.textContent(parseDocument(html));

describe("a letter", () => {
  it("is, in Markdown, as the example has it", () => {
    expect(markdownOf(parts())).toBe(golden("letter.md"));
  });

  it("is, as a page, as the example has it", () => {
    expect(
      `${htmlOf(parts())
        .replace(/<(h[123]|p|blockquote|div|ul|ol|li|pre)\b/g, "\n<$1")
        .trim()}\n`,
    ).toBe(golden("letter.html"));
  });

  it("is, in Word, as the example has it", async () => {
    expect(`${wordLines(await documentXml(await docxOf(parts(), about))).join("\n")}\n`).toBe(golden("letter.docx.txt"));
  });

  it.each(letterOrders)("says the same in all formats, by %s", async (order) => {
    const list = parts(order);
    const texts = dense(textsOf(list).join(""));
    expect(dense(textOfHtml(htmlOf(list)))).toBe(texts);
    expect(dense(textOfHtml(micromark(markdownOf(list), { extensions: [gfm()], htmlExtensions: [gfmHtml()] })))).toBe(texts);
    // Word has the numbers and bullets of lists as text.
    const inWord = dense(wordLines(await documentXml(await docxOf(list, about))).join(""));
    expect(inWord.replace(/•/g, "")).toBe(dense(textsOf(list, { withNumbers: true }).join("")));
  });
});

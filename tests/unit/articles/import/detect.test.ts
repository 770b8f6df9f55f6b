import { describe, expect, it } from "vitest";
import { detectFormat } from "@/lib/articles/import/detect";

describe("detectFormat", () => {
  it.each([
    ["article.html", "plain words", "html"],
    ["ARTICLE.HTM", "plain words", "html"],
    ["notes.md", "plain words", "markdown"],
    ["notes.txt", "# not believed\n\n<p>nor this</p>", "text"],
  ])("believes the name %s", (filename, text, format) => {
    expect(detectFormat(text, filename)).toBe(format);
  });

  it.each([
    ["a page", "<!DOCTYPE html>\n<html><body><p>x</p></body></html>", "html"],
    ["a page behind white space", "\n  <html lang=en>", "html"],
    ["XHTML", '<?xml version="1.0"?>\n<html xmlns="x">', "html"],
    ["a fragment", "<p>One.</p>\n<p>Two.</p>", "html"],
    ["text that mentions a tag", `${"Prose about markup. ".repeat(60)}The <p> element and the </p> tag.`, "text"],
    ["a heading", "# Title\n\nText.", "markdown"],
    ["an underlined heading", "Title\n=====\n\nText.", "markdown"],
    ["a link and emphasis", "See [this](https://example.org) for *more* of it.", "markdown"],
    ["prose with one asterisk pair", "He said *this* and left.", "text"],
    ["bullets", "Title\n\n- one\n- two\n\n1. three", "text"],
    ["mathematics", "if a < b and b > c then a * b * c", "text"],
    ["nothing to go by", "Just words.", "text"],
  ])("recognises %s", (_, text, format) => {
    expect(detectFormat(text)).toBe(format);
    expect(detectFormat(text, "upload.bin")).toBe(format);
  });
});

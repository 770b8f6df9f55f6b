import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { left, marks, outline, preview, prose } from "./samples";

const ship = prose("ship");

/** A page with a headline, so that no paragraph is taken for the title. */
const html = (body: string) => preview(`<h1>On Harbours</h1>\n${body}`, "html");

describe("blocks", () => {
  it("reads every kind of block", () => {
    const result = html(
      "<h2>A</h2><p>One.</p><blockquote><p>Two.</p>Three.</blockquote><h5>Deep</h5><ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul><ol start=3><li>x<li>y<li value=9>z</ol><h1>Again</h1><div>Four<div>Five</div>Six</div>",
    );
    expect(result.draft.title).toBe("On Harbours");
    expect(outline(result)).toEqual([
      "heading2: A",
      "paragraph: One.",
      "quotation: Two.",
      "quotation: Three.",
      "heading4: Deep",
      "listItem1: a",
      "listItem2: b",
      "listItem1: c\nd",
      "listItem1: 3. x",
      "listItem1: 4. y",
      "listItem1: 9. z",
      "heading2: Again",
      "paragraph: Four",
      "paragraph: Five",
      "paragraph: Six",
    ]);
  });

  it("collapses white space as HTML does, keeps NBSP, and breaks lines at <br>", () => {
    const result = html(
      "<p>\n  One \t two\u00a0\u00a0three&nbsp; <br>  four\n<br/>five<br></p><p>six<br>&nbsp;<br>seven<br>\u200b</p><ol><li><p>\u00a0</p>i<p>&nbsp;</p><p>j</p></li></ol><pre>  a   b\n\n  c\n</pre><p>&nbsp;</p><p></p>",
    );
    expect(result.draft.blocks.map((block) => block.text)).toEqual([
      "One two\u00a0\u00a0three\u00a0\nfour\nfive",
      "six",
      "seven",
      "1. i\nj",
      "  a   b",
      "  c",
    ]);
  });

  it("keeps words of neighbouring blocks apart, whatever the elements", () => {
    const result = html(
      "<dl><dt>One</dt><dd>Two</dd></dl><table><caption>T</caption><tr><th>a</th><td>b</td></tr><tr><td>c<td>d</table><address>Three</address><center>Four</center>",
    );
    expect(result.draft.blocks.map((block) => block.text)).toEqual(["One", "Two", "T", "a b", "c d", "Three", "Four"]);
    expect(left(result)).toEqual([expect.stringMatching(/^2: T a b c d/)]);
  });

  it("decodes references once", () => {
    expect(html("<p>&amp;lt;b&amp;gt; &lt;script&gt; &quot;&#x1f600;&quot; &unknown; &#0;&#xd800;.</p>").draft.blocks[0]?.text).toBe(
      '&lt;b&gt; <script> "😀" &unknown; \ufffd\ufffd.',
    );
  });
});

describe("formatting", () => {
  it.each([
    ["<p>a <em>b</em> <i>c</i></p>", ['emphasis "b"', 'emphasis "c"']],
    ["<p>a <b> b </b> c</p>", ['strong "b"']],
    ["<p><em>a<strong>b</strong></em><em>c</em></p>", ['emphasis "abc"', 'strong "b"']],
    ["<p><b>a<strong>b</strong></b></p>", ['strong "ab"']],
    ["<p><em></em><em> </em>a</p>", []],
    [
      "<p>H<sub>2</sub>O<sup>3</sup> <code>x</code> <del>y</del></p>",
      ['subscript "2"', 'superscript "3"', 'code "x"', 'strikethrough "y"'],
    ],
    ["<p>😀<em>😀</em></p>", ['emphasis "😀"']],
    ["<b><p>a</p><p>b</p></b>", ['strong "a"', 'strong "b"']],
    ["<p><em>a<br></em>b</p>", ['emphasis "a\n"']],
    ['<p><a href="https://example.org/a b">x</a></p>', ['link "x" https://example.org/a%20b']],
    ['<p><a href="MAILTO:a@b.c">x</a><a href="http://x.y">z</a></p>', ['link "x" MAILTO:a@b.c', 'link "z" http://x.y']],
    ['<p><a href="/about">x</a><a name=y>y</a></p>', []],
    ['<p><a href=" java&#10;script:alert(1)">x</a><a href="data:text/html,x">y</a><a href="//evil">z</a></p>', []],
    [`<p><a href="https://x.y/${"a".repeat(2000)}">x</a></p>`, []],
  ])("%s", (source, expected) => {
    expect(marks(html(source))).toEqual(expected);
  });

  it("keeps a paragraph with more links than a block may have, and says which formatting went", () => {
    const result = html(`<p>${"<b>x</b> ".repeat(5001)}</p>`);
    expect(result.draft.blocks[0]?.formats).toHaveLength(5000);
    expect(result.draft.blocks[0]?.text).toHaveLength(10_001);
    expect(result.dropped).toMatchObject([{ why: expect.stringContaining("first 5,000 of this paragraph's 5,001") }]);
  });
});

describe("refusals", () => {
  it.each([
    ["<div>", 10_000],
    ["<b>", 10_000],
    ["<ul><li>", 10_000],
    ["<blockquote>", 201],
    ["<table><tr><td>", 10_000],
    ["<custom-element>", 10_000],
  ])("refuses %s nested %i deep", (tag, times) => {
    const refusal = () => preview(`<p>x</p>\n\n${tag.repeat(times)}y`, "html");
    expect(refusal).toThrow(AppError);
    expect(refusal).toThrow("Elements are nested 201 deep (line 3); at most 200 levels can be read.");
  });

  it.each([
    ["<div>", "</div>", 199],
    ["<p>", "", 5000],
    ["<br>", "", 5000],
    ["<!-- <div> -->", "", 5000],
    ["</div>", "", 5000],
    ["<iframe>", "", 5000],
  ])("reads %s%s, %i times", (open, close, times) => {
    expect(html(`<p>x</p>${open.repeat(times)}${close.repeat(times)}`).draft.blocks).toHaveLength(1);
  });

  it.each([
    ["nothing but markup", "<div><p> </p><script>x</script></div>", /without paragraphs/],
    ["nothing but headings", "<h1>A</h1><h2>B</h2>", /without paragraphs/],
    ["too many elements", "<p>x</p>".repeat(100_001), /more than 100,000 elements/],
    ["an overlong paragraph", `<h1>T</h1><p>${ship}<p>${"long ".repeat(10_001)}`, /Paragraph 2 \(line 1, “long long/],
  ])("refuses %s", (_, source, message) => {
    expect(() => preview(source, "html")).toThrow(message);
  });
});

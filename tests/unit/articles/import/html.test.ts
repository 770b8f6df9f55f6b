import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { left, marks, outline, preview, prose } from "./samples";

const ship = prose("ship");
const port = prose("port");

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

describe("what is left out", () => {
  it("counts scripts, styles, handlers, pictures, frames and unsafe links", () => {
    const result = html(
      '<style>p{}</style>\n<script>alert(1)</script><p onclick="x()" onload=y style="color:red">One <img src=x onerror=z>two</p>\n<script src=a></script><iframe src=b>fallback</iframe><svg><script>alert(2)</script><text>no</text></svg><p><a href="javascript:x">three</a><a href="#top">four</a></p><hr><button>no</button><noscript>no</noscript><template>no</template><textarea>no</textarea><object>no</object>',
    );
    expect(result.draft.blocks.map((block) => block.text)).toEqual(["One two", "threefour"]);
    expect(left(result)).toEqual([
      "2: 1 style sheet",
      "3: 3 scripts",
      "3: 3 event handlers",
      "3: 1 inline style",
      "3: 2 pictures",
      "4: 2 embedded pages",
      "4: 1 link that could run code",
      "4: 1 link without a web address",
      "4: 1 dividing line",
      "4: 2 form controls",
      "4: 2 fallbacks for browsers without scripts",
    ]);
  });

  it("drops the page's furniture, with its words and line", () => {
    const result = preview(
      `<header>Site<nav>Home</nav></header>\n<h1>On Harbours</h1>\n<p>${ship}</p>\n<aside>See also</aside>\n<p hidden>secret</p><p style="display: none">secret</p>\n<figure><img src=a><figcaption>A ship</figcaption></figure>\n<div class="social-share">Tweet</div><p>${port}</p>\n<footer>© 2013</footer>`,
      "html",
    );
    expect(outline(result)).toEqual([`paragraph: ${ship}`, `paragraph: ${port}`]);
    expect(left(result)).toEqual([
      "1: Site Home",
      "4: See also",
      "5: 1 inline style",
      "5: secret",
      "5: secret",
      "6: 1 picture",
      "6: A ship",
      "7: Tweet",
      "8: © 2013",
    ]);
  });

  it("keeps a header that bears the headline, a footer inside a quotation, and a form around the page", () => {
    const result = preview(
      `<form><header><h1>On Harbours</h1></header><p>${ship}</p><blockquote>Said.<footer>Somebody</footer></blockquote></form>`,
      "html",
    );
    expect(outline(result)).toEqual([`paragraph: ${ship}`, "quotation: Said.", "quotation: Somebody"]);
  });

  it("prefers the article to the page, and <main> to what is around it", () => {
    const around = (inner: string) => preview(`<div>Menu</div>${inner}<div>More news</div>`, "html");
    for (const result of [
      around(`<article><h1>T</h1><p>${ship}</p></article>`),
      around(`<main><h1>T</h1><p>${ship}</p><article>teaser</article></main>`),
    ]) {
      expect(result.draft.title).toBe("T");
      expect(result.draft.blocks[0]?.text).toBe(ship);
      expect(left(result)).toContain("1: Menu More news");
    }
  });
});

describe("what the page declares", () => {
  const page = (head: string, body: string) =>
    preview(`<!doctype html><html lang="ja_JP"><head>${head}</head><body>${body}</body></html>`, "html").draft;

  it("reads title, authors, date, address and language", () => {
    const draft = page(
      '<title>Wrong</title><meta property="og:title" content="On Harbours &amp; Ships"><meta name=author content="Jane Doe and John Roe"><meta property="article:published_time" content="2013-10-16"><link rel=canonical href="https://example.org/a">',
      `<p>${ship}</p>`,
    );
    expect(draft).toMatchObject({
      title: "On Harbours & Ships",
      authors: ["Jane Doe", "John Roe"],
      published: "2013-10-16",
      sourceUrl: "https://example.org/a",
      language: "ja-JP",
    });
  });

  it.each([
    ["<title>On Harbours | The Site</title><meta property=og:site_name content='The Site'>", `<p>${ship}</p>`],
    [
      "<title>On Harbours — Site</title>",
      `<header><h1>Site</h1></header><div><h1>On Harbours</h1><p>${ship}</p></div>`.replace("<h1>Site</h1>", "<b>Site</b>"),
    ],
    ["<title>On Harbours</title>", `<article><h1>On Harbours</h1><p>${ship}</p></article>`],
    ["", `<h2>On Harbours</h2><p>${ship}</p>`],
    ["", `<p>On Harbours</p><p>${ship}</p>`],
  ])("finds the title in %s and %.40s", (head, body) => {
    const draft = page(head, body);
    expect(draft.title).toBe("On Harbours");
    expect(draft.blocks.map((block) => block.text)).toEqual([ship]);
  });

  it.each([
    ['<p class="byline">By <a rel="author" href="/jd">Jane Doe</a> <time datetime="2013-10-16">October 16, 2013</time></p>'],
    ['<div class="post-author">Jane Doe</div><span class="x"><time class="entry-date">2013-10-16</time></span>'],
    ['<address itemprop="author"><a href="/jd">Jane Doe</a></address><p>2013-10-16</p>'],
    ["<p>By Jane Doe</p><p>2013-10-16</p>"],
  ])("finds author and date in %s", (byline) => {
    const { draft } = preview(`<article><header><h1>T</h1>${byline}</header><p>${ship}</p></article>`, "html");
    expect(draft).toMatchObject({ authors: ["Jane Doe"], published: "2013-10-16" });
    expect(draft.blocks.map((block) => block.text)).toEqual([ship]);
  });

  it("does not cut a name out of a sentence that introduces its author", () => {
    const biography =
      "<a rel=author href=/jd>Jane Doe</a> is a doctoral student in history, and she has written a good deal about ships, about harbours, and about what lies between the two of them.";
    const { draft } = preview(`<h1>T</h1><p>${ship}</p><p>${port}</p><p class="author">${biography}</p>`, "html");
    expect(draft.biography).toMatch(/^Jane Doe is a doctoral student/);
    expect(draft.authors).toEqual(["Jane Doe"]);
  });
});

describe("comments of a page", () => {
  const page = (comments: string) =>
    preview(
      `<body class="comments-open"><article class="commentary"><h1>T</h1><p class="byline">By Jane Doe</p><p>${ship}</p></article>${comments}</body>`,
      "html",
    );

  it("reads a list of comments with replies, and leaves out what the system prints", () => {
    const result = page(
      '<div id="comments" class="comments-area"><h2>2 thoughts</h2><ol class="comment-list"><li id="comment-1" class="comment"><article id="div-comment-1" class="comment-body"><footer class="comment-meta"><b class="fn">Ann1</b> <span class="says">says:</span><time>May 1</time></footer><div><p>One<br>two.</p><p>See <a href="http://x.y">this</a>.</p></div><div class="reply"><a href="#">Reply</a></div></article><ol class="children"><li class="comment"><cite class="fn">jane  doe</cite><p>Ann1: yes.</p></li></ol></li><li class="comment"><p>No name.</p></li></ol><form>Leave a reply</form></div>',
    );
    expect(result.draft.comments).toEqual([
      { commenter: "Ann1", isAuthor: false, text: "One\ntwo.\n\nSee this.", answers: [] },
      { commenter: "jane doe", isAuthor: true, text: "Ann1: yes.", answers: [0], inReplyTo: 0 },
      { commenter: null, isAuthor: false, text: "No name.", answers: [] },
    ]);
    expect(result.draft.blocks).toHaveLength(1);
    expect(left(result)).toEqual(
      expect.arrayContaining(["1: 2 dates and buttons of comments", "1: 1 link in a comment", "1: 2 thoughts Leave a reply"]),
    );
  });

  it.each([
    ['<ul class="comments"><li><span class="comment-author">Ann</span> One.</li><li>Two.</li></ul>'],
    [
      '<section class="comments"><article class="comment"><span itemprop="name">Ann</span><p>One.</p></article><article class="comment"><p>Two.</p></article></section>',
    ],
    ['<div class="comments"><div class="comment"><a class="username">Ann:</a><div>One.</div></div><div class="comment">Two.</div></div>'],
  ])("reads %s", (markup) => {
    expect(page(markup).draft.comments).toMatchObject([
      { commenter: "Ann", text: "One." },
      { commenter: null, text: "Two." },
    ]);
  });

  it("does not take an article for comments because of its page's classes", () => {
    const { draft } = preview(`<div class="comments"><article><h1>T</h1><p>${ship}</p></article></div>`, "html");
    expect(draft.blocks).toHaveLength(1);
    expect(draft.comments).toEqual([]);
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

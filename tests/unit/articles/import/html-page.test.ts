import { describe, expect, it } from "vitest";
import { left, outline, preview, prose } from "./samples";

const ship = prose("ship");
const port = prose("port");

/** A page with a headline, so that no paragraph is taken for the title. */
const html = (body: string) => preview(`<h1>On Harbours</h1>\n${body}`, "html");

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

  it("keeps what the page shows only when asked to: comments behind a button, an article that appears later", () => {
    const result = preview(
      `<div style="display:none"><h1>T</h1><p>${ship}</p></div><div hidden><ol class="comments"><li><b class="fn">Ann</b> One.<i hidden>two</i></li></ol></div>`,
      "html",
    );
    expect(outline(result)).toEqual([`paragraph: ${ship}`]);
    expect(result.draft.comments).toMatchObject([{ commenter: "Ann", text: "One." }]);
    expect(left(result)).toContain("1: two");
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
    ["<title>On Harbours — Site</title>", `<header><h1>Site</h1></header><div><h1>On Harbours</h1><p>${ship}</p></div>`],
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

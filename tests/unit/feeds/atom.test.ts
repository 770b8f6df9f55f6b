import { parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { atomOf, type Feed, type FeedEntry } from "@/lib/feeds/atom";
import { escaped, htmlOf } from "@/lib/feeds/html";
import { parseMarkdown } from "@/lib/markdown/parse";

const entry = (more: Partial<FeedEntry> = {}): FeedEntry => ({
  ...{ id: "urn:uuid:1", title: "Mina answered", author: "Mina", href: "https://h.example/1?a=1&b=2", html: "<p>Well.</p>" },
  ...{ published: "2026-11-24T12:00:00.000Z", updated: "2026-11-24T12:00:00.000Z" },
  ...more,
});
const feed = (entries: FeedEntry[], more: Partial<Feed> = {}): Feed => ({
  ...{ id: "urn:uuid:0", title: "A seat", language: "en", href: "https://h.example/", self: "https://h.example/feed.atom" },
  ...{ updated: "2026-11-24T12:00:00.000Z", entries, ...more },
});

type Element = ReturnType<typeof parseDocument>["children"][number];
const textOf = (node: Element): string => ("children" in node ? node.children.map(textOf).join("") : "data" in node ? node.data : "");
/** The elements of a name under the first of another, as an XML reader sees them. */
function elements(xml: string, name: string, under = "feed") {
  const all = (nodes: Element[]): Element[] => nodes.flatMap((node) => [node, ...("children" in node ? all(node.children) : [])]);
  const parent = all(parseDocument(xml, { xmlMode: true }).children).find((node) => "name" in node && node.name === under);
  return parent && "children" in parent ? parent.children.filter((node) => "name" in node && node.name === name) : [];
}

describe("a feed", () => {
  it("has what RFC 4287 asks of a feed and of an entry", () => {
    const xml = atomOf(feed([entry()]));
    for (const name of ["id", "title", "updated"]) expect(elements(xml, name)).toHaveLength(1);
    for (const name of ["id", "title", "updated", "author", "content"]) expect(elements(xml, name, "entry")).toHaveLength(1);
    expect(elements(xml, "link")).toMatchObject([
      { attribs: { rel: "alternate" } },
      { attribs: { rel: "self", type: "application/atom+xml" } },
    ]);
    expect(elements(xml, "link", "entry")).toMatchObject([{ attribs: { href: "https://h.example/1?a=1&b=2" } }]);
  });

  it.each([
    ["markup", `</title><script>alert("1")</script>&amp;`],
    ["what would end a section", "]]> <!-- --> <?x ?>"],
    ["any script", "両方 ✦ 🕰 שלום"],
  ])("takes %s as text in a title, a name and what somebody wrote", (_what, text) => {
    const xml = atomOf(
      feed([entry({ title: text, author: text, html: htmlOf([{ kind: "paragraph", children: [text] }]) })], { title: text }),
    );
    expect(elements(xml, "title").map(textOf)).toEqual([text]);
    expect(elements(xml, "title", "entry").map(textOf)).toEqual([text]);
    expect(elements(xml, "author", "entry").map(textOf)).toEqual([text]);
    const html = elements(xml, "content", "entry").map(textOf).join("");
    expect(parseDocument(html).children.map(textOf)).toEqual([text]);
    expect(elements(xml, "entry")).toHaveLength(1);
  });

  it("leaves out what XML has no place for", () => {
    expect(escaped("a\u0000\u0008\u000b\u001b\ufffe\ud800b\t\nc🕰")).toBe("ab\t\nc🕰");
  });

  it("draws Markdown as nodes, and nobody’s HTML", () => {
    expect(htmlOf(parseMarkdown('**a** <b>b</b>\n\n> c\n\n2. d\n\n[e](javascript:alert(1)) [f](https://x.example/?a=1&b="2")'))).toBe(
      [
        `<p dir="auto"><strong>a</strong> &lt;b&gt;b&lt;/b&gt;</p>`,
        `<blockquote dir="auto"><p dir="auto">c</p></blockquote>`,
        `<ol dir="auto" start="2"><li dir="auto"><p dir="auto">d</p></li></ol>`,
        `<p dir="auto">[e](javascript:alert(1)) <a href="https://x.example/?a=1&amp;b=%222%22" rel="nofollow noreferrer ugc">f</a></p>`,
      ].join(""),
    );
  });
});

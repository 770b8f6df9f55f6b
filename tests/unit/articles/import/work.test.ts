import { afterEach, describe, expect, it, vi } from "vitest";
import { articleOf, furnitureOf, withoutHidden } from "@/lib/articles/import/html-article";
import { noteMeta, type PageMeta } from "@/lib/articles/import/html-meta";
import { elementsOf, type PageElement } from "@/lib/articles/import/html-tree";
import { LONGEST_DECLARED_TITLE } from "@/lib/articles/import/limits";
import { NameList } from "@/lib/articles/import/names";
import { MAX_AUTHORS } from "@/lib/articles/schema";
import { preview, prose } from "./samples";

afterEach(() => void vi.restoreAllMocks());

/** A page of `depth` boxes in each other, the innermost maybe with a headline and a comment; counts how often the children of an element are read. */
function countedPage(
  depth: number,
  name: string,
  attributes: Readonly<Record<string, string>>,
  hasCore: boolean,
): { page: PageElement; reads: () => number } {
  let reads = 0;
  const element = (elementName: string, given: Readonly<Record<string, string>>, children: PageElement["children"]): PageElement => ({
    name: elementName,
    attributes: given,
    line: null,
    get children() {
      reads += 1;
      return children;
    },
  });
  const core = [element("h1", {}, ["One."]), element("li", { class: "comment" }, ["Yes."])];
  let inner = element("div", {}, hasCore ? core : []);
  for (let at = 0; at < depth; at += 1) inner = element(name, attributes, [inner, element("p", {}, ["Two."])]);
  return { page: element("div", {}, [inner]), reads: () => reads };
}

/** Names that no two are alike. */
const name = (index: number) => `Jane ${[...String(index)].map((digit) => "ABCDEFGHIJ".charAt(Number(digit))).join("")}x`;
const many = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join("");

describe("reading a page asks each element only a few times", () => {
  const depth = 150;

  it.each([
    ["hidden boxes of comments in each other", "div", { class: "comments", "data-hidden": "yes" }, false, withoutHidden],
    ["hidden boxes with comments in each other", "div", { class: "comments", "data-hidden": "yes" }, true, withoutHidden],
    ["boxes of comments in each other", "div", { class: "comments" }, true, articleOf],
    ["headers in each other", "header", {}, true, (page: PageElement) => furnitureOf(page, new Set(), "One.")],
    ["furniture in each other", "div", { class: "breadcrumbs" }, true, (page: PageElement) => furnitureOf(page, new Set(), undefined)],
  ] as const)("%s", (_, box, attributes, hasCore, read) => {
    const { page, reads } = countedPage(depth, box, attributes, hasCore);
    const elements = [...elementsOf(page)].length;
    const before = reads();
    read(page);
    expect(reads() - before).toBeLessThan(20 * elements);
  });

  it("finds hidden comments all the same, and hides the rest", () => {
    const box = (children: PageElement["children"], more: Readonly<Record<string, string>> = {}): PageElement => {
      return { name: "div", attributes: { "data-hidden": "yes", ...more }, children, line: null };
    };
    const comment: PageElement = { name: "li", attributes: { class: "comment" }, children: ["Yes."], line: null };
    const comments = box([box([comment])], { id: "comments" });
    const page: PageElement = {
      name: "div",
      attributes: {},
      children: [box([comments]), box([comment]), box(["x"], { id: "comments" })],
      line: null,
    };
    expect(withoutHidden(page).hidden.map(({ element }) => element)).toEqual([comments.children[0], page.children[1], page.children[2]]);
  });
});

describe("names are compared once each, however many a page declares", () => {
  const count = 1000;
  const pages: [string, string][] = [
    ["in its head", many(count, (index) => `<meta name=author content="${name(index)}">`)],
    ["in its bylines", many(count, (index) => `<p class=byline>${name(index)}</p>`)],
    ["in marks inside its paragraphs", many(count, (index) => `<p>${prose("ship", 130)} <a rel=author>${name(index)}</a></p>`)],
  ];

  it.each(pages)("%s", (_, page) => {
    const normalize = vi.spyOn(String.prototype, "normalize");
    const { draft } = preview(`<p>${prose("port")}</p>${page}<p>${prose("sail")}</p>`, "html");
    expect(normalize.mock.calls.length).toBeLessThan(20 * count);
    expect(draft.authors.length).toBeLessThanOrEqual(MAX_AUTHORS);
  });

  it("keeps the first of them, each once", () => {
    const list = new NameList();
    list.add(["Jane Doe", "JANE DOE"]);
    list.add(["Jane Doe", ...Array.from({ length: 60 }, (_, index) => name(index))]);
    expect(list.names).toEqual(["Jane Doe", ...Array.from({ length: MAX_AUTHORS - 1 }, (_, index) => name(index))]);
    expect(list.isFull).toBe(true);
  });
});

it("reads only so much of a declared title", () => {
  const meta: PageMeta = { authors: new NameList() };
  const content = "x ".repeat(LONGEST_DECLARED_TITLE);
  noteMeta(meta, "meta", { property: "og:title", content });
  noteMeta(meta, "meta", { property: "og:site_name", content });
  expect(meta.title).toBe(content.slice(0, LONGEST_DECLARED_TITLE).trim());
  expect(meta.siteName).toBe(meta.title);
});

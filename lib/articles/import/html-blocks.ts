import type { BlockKind, FormatKind } from "../schema";
import { webAddress } from "./html-left-out";
import { INLINE, type PageElement, type PageNode } from "./html-tree";
import { InlineText } from "./inline-text";
import type { Part } from "./reading";

const FORMATS: ReadonlyMap<string, FormatKind> = new Map([
  ["em", "emphasis"],
  ["strong", "strong"],
  ["code", "code"],
  ["sup", "superscript"],
  ["sub", "subscript"],
  ["s", "strikethrough"],
]);
const DEEPEST_LIST = 6;
/** Arrows back from a note to the text: of use only where they can be followed. */
const BACK_ARROW = /^\s*[↩⏎↑^]\ufe0e?\d*\s*$/u;

/** What the blocks inside an element are. */
type Place = { kind: BlockKind; level: number | undefined; lists: number; isPreformatted: boolean; line: number | null; isInLink: boolean };

/** The blocks below an element, in order, without the elements that `skip` names. */
export function blocksOf(root: PageElement, skip: (element: PageElement) => boolean): Part[] {
  const reader = new BlockReader(skip);
  reader.read(root);
  return reader.parts;
}

class BlockReader {
  readonly parts: Part[] = [];
  readonly #text = new InlineText();

  constructor(readonly skip: (element: PageElement) => boolean) {}

  read(root: PageElement): void {
    const place: Place = { kind: "paragraph", level: undefined, lists: 0, isPreformatted: false, line: root.line, isInLink: false };
    this.#children(root, place);
    this.#flush(place);
  }

  #children(element: PageElement, place: Place): void {
    let number = Number.parseInt(element.attributes.start ?? "1", 10);
    for (const child of element.children) {
      if (typeof child !== "string" && child.name === "li" && element.name === "ol" && !this.skip(child)) {
        number = itemNumber(child, number);
        this.#block(child, place, `${number}. `);
        number += 1;
      } else this.#node(child, place);
    }
  }

  #node(node: PageNode, place: Place): void {
    if (typeof node === "string") this.#words(node, place);
    else if (this.skip(node)) this.#text.space();
    else if (node.name === "br") this.#lineBreak(place);
    else if (node.name === "td") this.#cell(node, place);
    else if (node.name === "a") this.#link(node, place);
    else if (INLINE.has(node.name)) this.#inline(node, place);
    else this.#block(node, place, "");
  }

  #words(text: string, place: Place): void {
    if (!place.isPreformatted) {
      this.#text.add(text, place.line, false);
      return;
    }
    text.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.#lineBreak(place);
      if (line.trim() !== "") this.#text.add(line, place.line, true);
    });
  }

  /** One break is a line break; a second one leaves a blank line, and that ends the paragraph. */
  #lineBreak(place: Place): void {
    if (!this.#text.lineBreak()) this.#flush(place);
  }

  /** Cells of a row stay apart by a space; the row is the block. */
  #cell(element: PageElement, place: Place): void {
    this.#text.space();
    this.#children(element, { ...place, line: element.line ?? place.line });
    this.#text.space();
  }

  #inline(element: PageElement, place: Place): void {
    const format = FORMATS.get(element.name);
    if (format !== undefined) this.#text.open(format);
    this.#children(element, { ...place, line: element.line ?? place.line });
    if (format !== undefined) this.#text.close();
  }

  #link(element: PageElement, place: Place): void {
    const href = webAddress(element.attributes.href ?? "");
    const [only] = element.children;
    if (href === null && typeof only === "string" && BACK_ARROW.test(only)) return;
    const isLink = href !== null && !place.isInLink;
    if (isLink) this.#text.open("link", href);
    this.#children(element, { ...place, line: element.line ?? place.line, isInLink: place.isInLink || isLink });
    if (isLink) this.#text.close();
  }

  /** Paragraphs of one list item are lines of it: a second item would be a second bullet. */
  #block(element: PageElement, place: Place, number: string): void {
    const inside = placeIn(element, place);
    const continuesItem = place.kind === "listItem" && inside.kind === "listItem" && element.name !== "li";
    if (continuesItem) this.#text.lineBreak();
    else this.#flush(place);
    if (number !== "") this.#text.setPrefix(number);
    this.#children(element, inside);
    if (number !== "") this.#text.setPrefix("");
    if (continuesItem) this.#text.lineBreak();
    else this.#flush(inside);
  }

  #flush({ kind, level }: Place): void {
    const taken = this.#text.take();
    if (taken === null) return;
    const { text, formats, line } = taken;
    this.parts.push({ block: level === undefined ? { kind, text, formats } : { kind, level, text, formats }, line });
  }
}

/** What blocks inside an element are: the innermost of heading, quotation and list item says. */
function placeIn(element: PageElement, place: Place): Place {
  const here = { ...place, line: element.line ?? place.line };
  if (/^h[1-6]$/.test(element.name)) return { ...here, kind: "heading", level: Math.min(Number(element.name.charAt(1)), 4) };
  switch (element.name) {
    case "blockquote":
      return { ...here, kind: "quotation", level: undefined };
    case "ul":
    case "ol":
      return { ...here, lists: place.lists + 1 };
    case "li":
      return { ...here, kind: "listItem", level: Math.min(Math.max(place.lists, 1), DEEPEST_LIST) };
    case "pre":
      return { ...here, isPreformatted: true };
    default:
      return here;
  }
}

/** The number a list item bears: its own, or the next. Written into its text, because notes are referred to by it. */
function itemNumber(item: PageElement, next: number): number {
  const own = Number.parseInt(item.attributes.value ?? "", 10);
  if (Number.isSafeInteger(own)) return own;
  return Number.isSafeInteger(next) ? next : 1;
}

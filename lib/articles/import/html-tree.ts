import { Parser } from "htmlparser2";

/** An element of a cleaned page. Depth was checked before, so that walking a tree may recurse. */
export type PageElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: PageNode[];
  /** of the source, where the format has lines */
  line: number | null;
};
export type PageNode = PageElement | string;

/** The tree of a cleaned page, under an element of its own. */
export function treeOf(html: string): PageElement {
  const root: PageElement = { name: "div", attributes: {}, children: [], line: null };
  const open = [root];
  const parser = new Parser({
    onopentag(name, attributes) {
      const line = Number(attributes["data-line"]);
      const element: PageElement = { name, attributes, children: [], line: Number.isInteger(line) ? line : null };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag: () => void open.pop(),
    ontext: (data) => addText(open.at(-1)?.children ?? [], data),
  });
  parser.write(html);
  parser.end();
  return root;
}

/** Text comes in pieces, one for each character reference; here it is one again. */
function addText(children: PageNode[], data: string): void {
  const last = children.at(-1);
  if (typeof last === "string") children[children.length - 1] = last + data;
  else children.push(data);
}

/** The element and all below it, in document order, without the elements that `skip` names and what is in them. */
export function* elementsOf(element: PageElement, skip: (element: PageElement) => boolean = () => false): Generator<PageElement> {
  // A stack of its own: generators that delegate to each other cost their depth for every element.
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of next.children.toReversed()) if (typeof child !== "string" && !skip(child)) waiting.push(child);
  }
}

/**
 * The elements at or below `root` that `wanted` names, or that hold one it names. One pass for a whole tree: asking each of many
 * nested elements what it holds would walk its whole subtree every time.
 */
export function holdersOf(root: PageElement, wanted: (element: PageElement) => boolean): Set<PageElement> {
  const holders = new Set<PageElement>();
  const visit = (element: PageElement): boolean => {
    let holds = wanted(element);
    for (const child of element.children) if (typeof child !== "string" && visit(child)) holds = true;
    if (holds) holders.add(element);
    return holds;
  };
  visit(root);
  return holders;
}

/** The text below an element, without what `skip` names. Blocks are kept apart by a space. */
export function textOf(element: PageElement, skip: (element: PageElement) => boolean = () => false): string {
  const pieces: string[] = [];
  const visit = (node: PageNode) => {
    if (typeof node === "string") pieces.push(node);
    else if (!skip(node)) {
      if (!INLINE.has(node.name)) pieces.push(" ");
      node.children.forEach(visit);
      if (!INLINE.has(node.name)) pieces.push(" ");
    }
  };
  visit(element);
  return pieces.join("");
}

/** Elements inside a line of text; all others begin and end one. */
export const INLINE: ReadonlySet<string> = new Set(["em", "strong", "code", "sup", "sub", "s", "a", "span", "time"]);

/** An element's classes and id, lower-case: what its page calls it. */
export function callings(element: PageElement): string[] {
  const { class: classes = "", id = "" } = element.attributes;
  return `${classes} ${id}`
    .toLowerCase()
    .split(/\s+/)
    .filter((calling) => calling !== "");
}

/** Whether a page calls the element by one of the names that a pattern describes. */
export function isCalled(element: PageElement, pattern: RegExp): boolean {
  return callings(element).some((calling) => pattern.test(calling));
}

import type { DroppedPart } from "../schema";
import { blocksOf } from "./html-blocks";
import { callings, elementsOf, holdersOf, isCalled, type PageElement, textOf } from "./html-tree";
import { counted, notice } from "./notice";
import type { RawComment } from "./reading";
import { isBlank, oneLine } from "./white-space";

/** Names of the part of a page that holds the comments. Not "comments-open" on <body>, not "commentary" on an article. */
const CONTAINER =
  /^(?:(?:the|post|article|entry|user|reader)[-_])?comments?(?:[-_]?(?:list|area|section|thread|wrap|wrapper|container|block|content|feed|box))?$|^commentlist$|^disqus[-_]thread$/;
const CONTAINER_ELEMENTS = new Set(["section", "div", "ol", "ul", "aside", "footer"]);

/** Names of one comment: `comment`, `comment-123`, `li-comment-123`. */
const ITEM = /^(?:(?:li|div|user)[-_])?comment(?:[-_](?:item|entry|\d+))?$/;
const ITEM_ELEMENTS = [["li"], ["article"], ["div", "section"]];
const ITEM_NAMES = new Set(ITEM_ELEMENTS.flat());

/** Names of the commenter, the most exact first. */
const NAMES = [
  /^fn$/,
  /^(?:comment[-_]?)?(?:author|user|commenter)[-_]?name$/,
  /^(?:comment[-_]?author|commenter|username|nickname|author|byline|user)$/,
];
/** What the comment system prints with each comment. */
const PRINTED =
  /^(?:comment[-_]?(?:meta|metadata|date|time|reply|actions?|footer|permalink|edit)|reply|permalink|edit-link|timestamp|says|vote|votes|likes)$/;
const LONGEST_NAME = 120;

const isList = (element: PageElement) => element.name === "ol" || element.name === "ul";

/**
 * The comments in a container: list entries where there are any, else <article>s, else boxes. Only one of these, because a list
 * entry often holds a box that is called a comment as well, and replies are nested entries.
 */
function itemsIn(container: PageElement): PageElement[] {
  const entries = new Set(isList(container) ? container.children : []);
  const items = [...elementsOf(container)].filter((element) => element !== container && (isCalled(element, ITEM) || entries.has(element)));
  const kind = ITEM_ELEMENTS.find((names) => items.some((item) => names.includes(item.name))) ?? [];
  return items.filter((item) => kind.includes(item.name));
}

/** The elements that are called what pages call their comments, and hold some: those for which `itemsIn` would find any. */
export function containersIn(page: PageElement): Set<PageElement> {
  const isItem = (element: PageElement) => ITEM_NAMES.has(element.name);
  const holders = holdersOf(page, (element) => isItem(element) && isCalled(element, ITEM));
  const holdsItem = (element: PageElement) =>
    element.children.some((child) => typeof child !== "string" && (holders.has(child) || (isList(element) && isItem(child))));
  const found = new Set<PageElement>();
  for (const element of elementsOf(page)) {
    if (CONTAINER_ELEMENTS.has(element.name) && isCalled(element, CONTAINER) && holdsItem(element)) found.add(element);
  }
  return found;
}

/** The outermost elements that hold comments. One that holds the article as well is the page's, whatever it is called. */
export function commentContainers(page: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const containers = containersIn(page);
  const withArticle = holdersOf(page, isOfArticle);
  const visit = (element: PageElement) => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (containers.has(child) && !withArticle.has(child)) found.push(child);
      else visit(child);
    }
  };
  visit(page);
  return found;
}

function isOfArticle(element: PageElement): boolean {
  if (element.name === "article") return !callings(element).some((calling) => calling.includes("comment"));
  return element.name === "h1" || element.name === "main";
}

/** The commenter's name and the element that bears it, among the elements of a comment. */
function signature(own: readonly PageElement[]): { name: string | null; element: PageElement | null } {
  for (const pattern of NAMES) {
    for (const element of own) {
      const name = isCalled(element, pattern) || element.attributes.itemprop === "name" ? nameIn(element) : "";
      if (name !== "" && name.length <= LONGEST_NAME) return { name, element };
    }
  }
  return { name: null, element: null };
}

const nameIn = (element: PageElement) =>
  oneLine(textOf(element))
    .replace(/ (?:says|said|wrote|writes) ?:?$/i, "")
    .replace(/:$/, "")
    .trim();

/** What is in a comment and not in its replies. */
const ownElements = (item: PageElement, items: ReadonlySet<PageElement>) => [...elementsOf(item, (other) => items.has(other))].slice(1);

type Found = { comment: RawComment | null; printed: number; links: number };

function readItem(item: PageElement, items: ReadonlySet<PageElement>): Found {
  const own = ownElements(item, items);
  const { name, element } = signature(own);
  const all = own.filter((other) => other.name === "time" || other.name === "form" || isCalled(other, PRINTED));
  const inside = new Set(all.flatMap((other) => [...elementsOf(other)].slice(1)));
  const printed = new Set(all.filter((other) => !inside.has(other)));
  const blocks = blocksOf(item, (other) => items.has(other) || printed.has(other) || other === element).map((part) => part.block);
  const text = blocks.map((block) => block.text).join("\n\n");
  const links = blocks.flatMap((block) => block.formats).filter((format) => format.kind === "link").length;
  return { comment: text === "" ? null : { commenter: name, text }, printed: printed.size, links };
}

/** Headings, counts and forms that stand in a container and in none of its comments. */
function aroundComments(container: PageElement): DroppedPart[] {
  const items = new Set(itemsIn(container));
  const text = textOf(container, (element) => items.has(element));
  return isBlank(text) ? [] : [notice(container.line, text, "Printed around the comments by the page.")];
}

/** The comments in a page's containers, replies under what they reply to, and what was left out of them. */
export function readHtmlComments(containers: readonly PageElement[]): { comments: RawComment[]; dropped: DroppedPart[] } {
  const comments: RawComment[] = [];
  let [printed, links] = [0, 0];
  for (const container of containers) {
    const items = new Set(itemsIn(container));
    const visit = (element: PageElement, parent: number | undefined) => {
      let current = parent;
      if (items.has(element)) {
        const found = readItem(element, items);
        printed += found.printed;
        links += found.links;
        if (found.comment !== null) {
          current = comments.length;
          comments.push(parent === undefined ? found.comment : { ...found.comment, inReplyTo: parent });
        }
      }
      for (const child of element.children) if (typeof child !== "string") visit(child, current);
    };
    visit(container, undefined);
  }
  const line = containers[0]?.line ?? null;
  const dropped = containers.flatMap(aroundComments);
  if (printed > 0)
    dropped.push(
      notice(line, counted(printed, "date or button of a comment", "dates and buttons of comments"), "Printed by the comment system."),
    );
  if (links > 0)
    dropped.push(
      notice(
        line,
        counted(links, "link in a comment", "links in comments"),
        "Comments are plain text: the link's words are kept, not its address.",
      ),
    );
  return { comments, dropped };
}

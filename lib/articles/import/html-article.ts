import { commentContainers, containersIn } from "./html-comments";
import { elementsOf, holdersOf, isCalled, type PageElement, type PageNode, textOf } from "./html-tree";
import { oneLine } from "./white-space";

/** An <article> with less than this share of the page's text is a teaser for another page, or one of several. */
const MOST_OF_THE_PAGE = 0.5;
/** A form with more text than this is the whole page: some servers wrap every page in one. */
const LONGEST_FORM = 500;

/** What pages call their furniture, as whole names: "related" alone could be anything. */
const FURNITURE =
  /^(?:sharedaddy|share-?(?:buttons?|bar|links|tools)|social-?(?:share|sharing|links|buttons)|(?:jp-)?related-?(?:posts?|articles?|stories)|newsletter-?(?:signup|form)|cookie-?(?:banner|notice)|advert(?:isement)?|ad-(?:container|slot|unit)|breadcrumbs?|screen-reader-text|visually-hidden)$/;

/** An element that is no part of the article, and why. */
export type Furniture = { element: PageElement; why: string };

const isHeadline = (element: PageElement) => element.name === "h1" || element.name === "article" || element.name === "main";

/** The elements with the article in them: by any headline, and by the page's own. */
type ArticleHolders = { any: ReadonlySet<PageElement>; own: ReadonlySet<PageElement> };

/** A header is the article's when it bears the headline, and the page's when it bears the name of the site. */
const articleHolders = (root: PageElement, headline: string | undefined): ArticleHolders => ({
  any: holdersOf(root, isHeadline),
  own: holdersOf(root, (element) => isHeadline(element) && (element.name !== "h1" || oneLine(textOf(element)) === headline)),
});

function whyDropped(element: PageElement, isInArticle: boolean, holders: ArticleHolders): string | null {
  switch (element.name) {
    case "nav":
      return "The page's navigation.";
    case "aside":
      return "An aside of the page.";
    case "footer":
      return holders.any.has(element) ? null : "The page's footer.";
    case "header":
      return isInArticle || holders.own.has(element) ? null : "The page's header.";
    case "form":
      return holders.any.has(element) || textOf(element).length > LONGEST_FORM ? null : "A form of the page.";
    case "figcaption":
      return "The caption of a picture, which is not taken in.";
    default:
      return isCalled(element, FURNITURE) && !holders.any.has(element) ? "Furniture of the page." : null;
  }
}

/** The outermost elements below `root` that are page furniture: what to skip, and why. A footer inside a quotation names its source. */
export function furnitureOf(root: PageElement, keep: ReadonlySet<PageElement>, headline: string | undefined): Furniture[] {
  const found: Furniture[] = [];
  const holders = articleHolders(root, headline);
  const keepers = holdersOf(root, (element) => keep.has(element));
  const visit = (element: PageElement, isInArticle: boolean) => {
    for (const child of element.children) {
      if (typeof child === "string" || keep.has(child) || child.name === "blockquote") continue;
      const why = keepers.has(child) ? null : whyDropped(child, isInArticle, holders);
      if (why !== null) found.push({ element: child, why });
      else visit(child, isInArticle || child.name === "article" || child.name === "main");
    }
  };
  visit(root, root.name === "article" || root.name === "main");
  return found;
}

/**
 * The page without what it hides. What it shows only when asked to, though, is not hidden text: comments behind a button, and articles
 * that appear when the page has loaded.
 */
export function withoutHidden(page: PageElement): { page: PageElement; hidden: Furniture[] } {
  const hidden: Furniture[] = [];
  const containers = containersIn(page);
  const shown = holdersOf(page, (element) => isHeadline(element) || containers.has(element));
  const visible = (element: PageElement): PageElement => ({
    ...element,
    children: element.children.flatMap((child): PageNode[] => {
      if (typeof child === "string") return [child];
      const isHidden = child.attributes["data-hidden"] !== undefined && !shown.has(child);
      if (isHidden) hidden.push({ element: child, why: "Hidden on the page." });
      return isHidden ? [] : [visible(child)];
    }),
  });
  return { page: visible(page), hidden };
}

export type PageParts = {
  /** where the article is */
  root: PageElement;
  comments: PageElement[];
};

/** The article of a page: <article> where it holds most of the text, else <main>, else everything; and where the comments are. */
export function articleOf(page: PageElement): PageParts {
  const containers = new Set(commentContainers(page));
  const skip = (element: PageElement) => containers.has(element) || element.name === "nav" || element.name === "aside";
  const outside = [...elementsOf(page, (element) => containers.has(element))];
  const main = outside.find((element) => element.name === "main");
  const base = main ?? page;
  const articles = outside.filter((element) => element.name === "article");
  const lengths = new Map(articles.map((element) => [element, textOf(element, skip).length]));
  const longest = articles.reduce<PageElement | null>((best, element) => {
    return best === null || (lengths.get(element) ?? 0) > (lengths.get(best) ?? 0) ? element : best;
  }, null);
  const isMost = longest !== null && (lengths.get(longest) ?? 0) >= textOf(base, skip).length * MOST_OF_THE_PAGE;
  return { root: isMost ? longest : base, comments: [...containers] };
}

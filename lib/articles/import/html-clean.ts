import sanitizeHtml from "sanitize-html";
import { webAddress } from "./html-left-out";

/** Elements that say something about the text inside them. */
const TEXT = [
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "ul",
  "ol",
  "li",
  "pre",
  "em",
  "strong",
  "code",
  "sup",
  "sub",
  "s",
  "a",
  "br",
];
/** Elements kept only so that text blocks stay apart and page furniture can be told from the article; none reaches the draft. */
const STRUCTURE = [
  "article",
  "section",
  "div",
  "main",
  "nav",
  "aside",
  "header",
  "footer",
  "form",
  "figcaption",
  "table",
  "tr",
  "td",
  "span",
  "time",
];

const RENAMED: ReadonlyMap<string, string> = new Map([
  ...pairs("em", ["i", "cite", "var", "dfn"]),
  ...pairs("strong", ["b"]),
  ...pairs("s", ["del", "strike"]),
  ...pairs("code", ["kbd", "samp", "tt"]),
  ...pairs("ul", ["menu", "dir"]),
  ...pairs("td", ["th"]),
  ...pairs("div", [
    "address",
    "center",
    "details",
    "summary",
    "fieldset",
    "legend",
    "dl",
    "dt",
    "dd",
    "figure",
    "hgroup",
    "search",
    "caption",
  ]),
]);

function pairs(to: string, from: readonly string[]): [string, string][] {
  return from.map((name) => [name, to]);
}

/** Attributes that recognition reads; of these only a link's address reaches the draft. */
const KEPT = ["id", "class", "itemprop", "rel", "datetime", "data-line", "data-hidden", "start", "value", "role"];

/** Elements that are left out with everything in them. */
const WITHOUT_CONTENT = [
  ...["head", "script", "style", "title", "noscript", "template", "noembed", "noframes", "xmp", "plaintext", "listing"],
  ...["img", "svg", "canvas", "map", "video", "audio", "iframe", "object", "embed", "applet", "frame", "frameset"],
  ...["input", "button", "select", "option", "textarea", "datalist", "progress", "meter", "rt", "rp"],
];

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

function transform(name: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const kept: sanitizeHtml.Attributes = {};
  for (const key of KEPT) {
    const value = attributes[key];
    if (value !== undefined) kept[key] = value;
  }
  if (attributes.hidden !== undefined || HIDING_STYLE.test(attributes.style ?? "")) kept["data-hidden"] = "yes";
  const href = name === "a" ? webAddress(attributes.href ?? "") : null;
  if (href !== null) kept.href = href;
  return { tagName: RENAMED.get(name) ?? name, attribs: kept };
}

/**
 * The page with nothing in it but text, an allow-list of elements, and the attributes that recognition needs. Every format that
 * comes as HTML passes here, and nothing reads a page that has not.
 */
export function clean(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...TEXT, ...STRUCTURE],
    allowedAttributes: { "*": KEPT, a: ["href"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: WITHOUT_CONTENT,
    transformTags: { "*": transform },
  });
}

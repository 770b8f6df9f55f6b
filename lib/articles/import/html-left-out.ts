import type { DroppedPart } from "../schema";
import { safeHref } from "../schema";
import { counted, notice } from "./notice";

/** Things of a page that are never taken in, as the preview names them. */
const KINDS = {
  script: { one: "script", many: "scripts", why: "Scripts are never taken in." },
  handler: { one: "event handler", many: "event handlers", why: "Event handlers are scripts in attributes: never taken in." },
  unsafeLink: { one: "link that could run code", many: "links that could run code", why: "Only the link's text is kept." },
  localLink: {
    one: "link without a web address",
    many: "links without a web address",
    why: "It leads to a place on the page's own site: its text is kept.",
  },
  style: { one: "style sheet", many: "style sheets", why: "The page's styling is not taken in." },
  inlineStyle: { one: "inline style", many: "inline styles", why: "The page's styling is not taken in." },
  picture: { one: "picture", many: "pictures", why: "Pictures are not taken in." },
  media: { one: "video or recording", many: "videos or recordings", why: "Media are not taken in." },
  embed: { one: "embedded page", many: "embedded pages", why: "What other pages put into this one is not taken in." },
  control: { one: "form control", many: "form controls", why: "Forms cannot be filled in here." },
  fallback: {
    one: "fallback for browsers without scripts",
    many: "fallbacks for browsers without scripts",
    why: "It repeats what the page shows.",
  },
  ruby: {
    one: "reading aid above characters",
    many: "reading aids above characters",
    why: "The characters are kept, without their readings.",
  },
  rule: { one: "dividing line", many: "dividing lines", why: "The blocks around it stay apart without it." },
  unstorable: { one: "control character", many: "control characters", why: "It prints nothing, and texts with it cannot be stored." },
  obsolete: { one: "block of unparsed text", many: "blocks of unparsed text", why: "Browsers show its source, which is not prose." },
} as const;
export type LeftOut = keyof typeof KINDS;

const BY_ELEMENT: ReadonlyMap<string, LeftOut> = new Map([
  ["script", "script"],
  ["style", "style"],
  ["img", "picture"],
  ["svg", "picture"],
  ["canvas", "picture"],
  ["map", "picture"],
  ["video", "media"],
  ["audio", "media"],
  ["iframe", "embed"],
  ["object", "embed"],
  ["embed", "embed"],
  ["applet", "embed"],
  ["frame", "embed"],
  ["input", "control"],
  ["button", "control"],
  ["select", "control"],
  ["textarea", "control"],
  ["noscript", "fallback"],
  ["template", "fallback"],
  ["noembed", "fallback"],
  ["noframes", "fallback"],
  ["rt", "ruby"],
  ["hr", "rule"],
  ["xmp", "obsolete"],
  ["plaintext", "obsolete"],
  ["listing", "obsolete"],
]);

/** Browsers ignore white space and control characters inside a scheme, so `java\tscript:` is one too. */
const RUNS_CODE = /^(?:javascript|vbscript|data|livescript):/i;

function linkKind(href: string): LeftOut | null {
  const address = href.replace(/[\s\p{Cc}]/gu, "");
  if (RUNS_CODE.test(address)) return "unsafeLink";
  return webAddress(href) === null ? "localLink" : null;
}

/** An address that may stay a link, or null. Spaces inside are written as browsers send them. */
export function webAddress(href: string): string | null {
  const address = href.trim().replace(/\s/gu, "%20");
  return safeHref.safeParse(address).success ? address : null;
}

/** What of an element is left out: the element, or attributes of it. */
export function leftOut(name: string, attributes: Readonly<Record<string, string>>): LeftOut[] {
  const found: LeftOut[] = [];
  const element = BY_ELEMENT.get(name);
  if (element !== undefined) found.push(element);
  if (name === "link" && /stylesheet/i.test(attributes.rel ?? "")) found.push("style");
  for (const attribute of Object.keys(attributes)) {
    if (/^on/i.test(attribute)) found.push("handler");
    else if (attribute === "style") found.push("inlineStyle");
  }
  // A note's mark and the arrow back from it lead nowhere once the notes are paragraphs; nothing is lost that the reader could use.
  const isNoteMark = attributes["data-footnote-ref"] !== undefined || attributes["data-footnote-backref"] !== undefined;
  const link = name === "a" && attributes.href !== undefined && !isNoteMark ? linkKind(attributes.href) : null;
  if (link !== null) found.push(link);
  return found;
}

/** Counts what is left out, with the line of the first of each kind. */
export class LeftOutTally {
  readonly #found = new Map<LeftOut, { count: number; line: number | null }>();

  add(kind: LeftOut, line: number | null, count = 1): void {
    const before = this.#found.get(kind);
    this.#found.set(kind, { count: (before?.count ?? 0) + count, line: before === undefined ? line : before.line });
  }

  /** One row for each kind: `12 scripts`. */
  notices(): DroppedPart[] {
    return [...this.#found].map(([kind, { count, line }]) =>
      notice(line, counted(count, KINDS[kind].one, KINDS[kind].many), KINDS[kind].why),
    );
  }
}

import { Parser } from "htmlparser2";
import { AppError } from "../../errors";
import { storable } from "../../plain-text";
import type { DroppedPart } from "../schema";
import { LeftOutTally, leftOut } from "./html-left-out";
import { declaredLine, noteMeta, type PageMeta } from "./html-meta";
import { MAX_DEPTH, MAX_ELEMENTS, MAX_TEXTS } from "./limits";
import { NameList } from "./names";
import { oneLine } from "./white-space";

/** Elements whose content is no HTML: it is not carried along, so that no later parser can disagree about where it ends. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"]);
const NAME = /^[a-z][a-z0-9-]*$/;
const ATTRIBUTE_NAME = /^[a-z_:][a-z0-9_:.-]*$/i;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");

/** The line of each index, for indexes that only grow. */
function lineCounter(source: string): (index: number) => number {
  let line = 1;
  // Looked for once, and not for every index: a page of one line would be searched to its end each time.
  let lineEnd = source.indexOf("\n");
  return (index) => {
    while (lineEnd >= 0 && lineEnd < index) {
      line += 1;
      lineEnd = source.indexOf("\n", lineEnd + 1);
    }
    return line;
  };
}

export type NormalisedPage = { html: string; meta: PageMeta; dropped: DroppedPart[] };

class Normaliser {
  readonly html: string[] = [];
  readonly meta: PageMeta = { authors: new NameList() };
  readonly tally = new LeftOutTally();
  readonly #title: string[] = [];
  #line: number | null = null;
  #depth = 0;
  #elements = 0;
  #texts = 0;
  #svgDepth = 0;
  #raw: string | null = null;

  open(name: string, written: Readonly<Record<string, string>>, line: number | null): void {
    this.#line = line;
    const attributes = Object.fromEntries(Object.entries(written).map(([key, value]) => [key, this.#storable(value)]));
    this.#depth += 1;
    this.#elements += 1;
    if (this.#depth > MAX_DEPTH) tooDeep(line, this.html);
    if (this.#elements > MAX_ELEMENTS) tooMany(MAX_ELEMENTS, "elements");
    for (const kind of leftOut(name, attributes)) this.tally.add(kind, line);
    noteMeta(this.meta, name, attributes);
    if (name === "svg") this.#svgDepth += 1;
    if (RAW.has(name)) this.#raw = name;
    if (NAME.test(name)) this.html.push(`<${name}${line === null ? "" : ` data-line="${line}"`}${attributesOf(attributes)}>`);
  }

  close(name: string): void {
    this.#depth -= 1;
    if (name === "svg") this.#svgDepth -= 1;
    if (name === this.#raw) {
      this.#raw = null;
      if (name === "title" && this.#svgDepth === 0) this.meta.documentTitle ??= declaredLine(this.#title.join(""));
    }
    // </br> would be read as one more break; the end tags of other void elements are ignored.
    if (NAME.test(name) && name !== "br") this.html.push(`</${name}>`);
  }

  text(written: string): void {
    const data = this.#storable(written);
    this.#texts += 1 + (data.match(/[&<>]/g)?.length ?? 0);
    if (this.#texts > MAX_TEXTS) tooMany(MAX_TEXTS, "elements and character references");
    if (this.#raw === null) this.html.push(escaped(data));
    else if (this.#raw === "title" && this.#svgDepth === 0 && this.meta.documentTitle === undefined) this.#title.push(data);
  }

  /** Without what a reference like `&#1;` stands for: written as a character, it was taken out of the source before. */
  #storable(text: string): string {
    const rest = storable(text);
    if (rest.length < text.length) this.tally.add("unstorable", this.#line, text.length - rest.length);
    return rest;
  }
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .filter(([name]) => ATTRIBUTE_NAME.test(name) && name !== "data-line")
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

function tooDeep(line: number | null, html: readonly string[]): never {
  const after = oneLine(
    html
      .slice(-MAX_DEPTH * 4)
      .join("")
      .replace(/<[^>]*>/g, " "),
  )
    .slice(-60)
    .replace(/^\p{Surrogate}/u, "");
  const near = after === "" ? "" : `after “${after}”`;
  const where = line === null ? near : `line ${line.toLocaleString("en-US")}`;
  throw new AppError(
    "invalid",
    `Elements are nested ${MAX_DEPTH + 1} deep${where === "" ? "" : ` (${where})`}; at most ${MAX_DEPTH} levels can be read.`,
    "text",
  );
}

function tooMany(limit: number, what: string): never {
  throw new AppError(
    "invalid",
    `The page has more than ${limit.toLocaleString("en-US")} ${what}: import a part of it, or its text.`,
    "text",
  );
}

/**
 * The page as canonical HTML: every element closed, every character escaped, no comments, declarations or raw text, each element
 * stamped with its line. Also checks the depth (nothing here recurses, what comes after may), reads the page's head and counts what
 * will be left out. It is not what makes the page safe: attributes and elements all pass; that is the next step's work.
 */
export function normalise(source: string, hasLines: boolean): NormalisedPage {
  const page = new Normaliser();
  const lineAt = lineCounter(source);
  const parser = new Parser({
    onopentag: (name, attributes) => page.open(name, attributes, hasLines ? lineAt(parser.startIndex) : null),
    onclosetag: (name) => page.close(name),
    ontext: (data) => page.text(data),
  });
  parser.write(source);
  parser.end();
  return { html: page.html.join(""), meta: page.meta, dropped: page.tally.notices() };
}

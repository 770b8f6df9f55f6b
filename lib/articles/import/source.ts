import { AppError } from "../../errors";
import { storable } from "../../plain-text";
import { type DroppedPart, MAX_SOURCE_BYTES } from "../schema";
import { LeftOutTally } from "./html-left-out";
import { isBlank } from "./white-space";

/** Control characters other than white space: a stray one is an accident of copying, this share of them is not text. */
const MANY_CONTROLS = 0.005;
const FEW_CONTROLS = 8;
const CONTROLS = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

const number = (value: number) => value.toLocaleString("en-US");

/** Refuses a source beyond the limit, saying both. */
export function checkSize(bytes: number): void {
  if (bytes <= MAX_SOURCE_BYTES) return;
  const megabytes = (value: number) => `${(value / 1024 / 1024).toFixed(1)} MB`;
  const size = `${megabytes(bytes)} (${number(bytes)} bytes)`;
  const limit = `${megabytes(MAX_SOURCE_BYTES)} (${number(MAX_SOURCE_BYTES)} bytes)`;
  throw new AppError("too-large", `The source is ${size} long; at most ${limit} can be taken in.`);
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|[\n\r]/).length;
}

/** Where an offset lies, for a person: `line 3, character 14`. */
export function position(text: string, index: number): string {
  const before = text.slice(0, index);
  const column = index - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r"));
  return `line ${number(lineOf(text, index))}, character ${number(column)}`;
}

function invalid(message: string): never {
  throw new AppError("invalid", message, "text");
}

/** Bytes the text takes as UTF-8; a text that is too long by its length alone is not encoded. */
function utf8Length(text: string): number {
  return text.length > MAX_SOURCE_BYTES ? text.length : new TextEncoder().encode(text).length;
}

function checkControls(text: string): void {
  const nul = text.indexOf("\0");
  if (nul >= 0) invalid(`The text contains a NUL character (${position(text, nul)}), which no text has: it cannot be stored.`);
  const controls = text.match(CONTROLS)?.length ?? 0;
  if (controls > FEW_CONTROLS && controls > text.length * MANY_CONTROLS) {
    const first = position(text, text.search(CONTROLS));
    invalid(`This does not look like text: it has ${number(controls)} control characters, the first at ${first}.`);
  }
}

/**
 * A pasted or decoded source, fit to be read and stored: not too large, not empty, no NUL (Postgres cannot store U+0000),
 * no lone surrogates (UTF-8 cannot carry them), no binary. A byte order mark goes; every other character stays, for `withoutUnstorable` to take out what cannot, and say so.
 */
export function checkSource(text: string): string {
  checkSize(utf8Length(text));
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  checkControls(source);
  const surrogate = source.search(/\p{Surrogate}/u);
  if (surrogate >= 0)
    invalid(`The text contains half of a character (a lone surrogate, ${position(source, surrogate)}): it was cut or damaged.`);
  if (isBlank(source)) invalid("The source is empty: there is nothing to read in it.");
  return source;
}

/** A checked source without the characters that the database would refuse when everything else has been put right, and a note of them. */
export function withoutUnstorable(source: string): { text: string; dropped: DroppedPart[] } {
  const text = storable(source);
  if (text.length === source.length) return { text, dropped: [] };
  let first = 0;
  while (source[first] === text[first]) first += 1;
  const tally = new LeftOutTally();
  tally.add("unstorable", lineOf(source, first), source.length - text.length);
  return { text, dropped: tally.notices() };
}

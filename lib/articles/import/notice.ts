import type { DroppedPart } from "../schema";
import { clip, oneLine } from "./white-space";

/** What DroppedPart.text promises. */
const NOTICE_LENGTH = 200;

/** A row of the preview's list of what was left out, or needs a person's eye. */
export function notice(line: number | null, text: string, why: string): DroppedPart {
  // Only the beginning is tidied: a dropped part may be megabytes long.
  return { line, text: clip(oneLine(clip(text, NOTICE_LENGTH * 4)), NOTICE_LENGTH), why };
}

/** `1 script`, `12,000 scripts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

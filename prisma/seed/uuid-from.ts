import { createHash } from "node:crypto";

/** The same words give the same id, so that a second load finds what the first one stored. */
export function uuidFrom(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

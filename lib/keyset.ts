import { z } from "zod";
import { AppError } from "./errors";

/** A place in a list ordered by (time, id), newest first. */
export type Cursor = { time: Date; id: string };

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The cursor as an opaque, address-safe word. */
export function encodeCursor(cursor: Cursor): string {
  return btoa(JSON.stringify([cursor.time.toISOString(), cursor.id]))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

/** @throws AppError "invalid" when the word is none of `encodeCursor`'s */
export function decodeCursor(word: string): Cursor {
  try {
    const [time, id] = cursorSchema.parse(JSON.parse(atob(word.replace(/-/g, "+").replace(/_/g, "/"))));
    return { time: new Date(time), id };
  } catch {
    throw new AppError("invalid", "This address names a place in a list that does not exist. Start again at the top of the list.");
  }
}

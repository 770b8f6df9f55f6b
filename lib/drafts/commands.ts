import "server-only";
import { AppError } from "../errors";
import { database } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { findDraft } from "./queries";
import type { KeptDraft, SaveDraft } from "./schema";

/** A draft is saved after each pause in writing: in a minute of fast writing on two devices some forty times. */
const WRITES_PER_MINUTE = { count: 120, seconds: 60 };
/** Far more than anybody has begun; a bound all the same, because nobody sees what they have forgotten. */
const MAX_DRAFTS = 500;

/**
 * Keeps the draft, unless one that was changed later is kept under its key; without text, it deletes it. Answers what is kept now. A clock
 * that runs ahead counts as the present moment, so that it cannot shut out what is written later elsewhere.
 * @throws AppError "unauthenticated" | "rate-limited" | "too-large" (the person keeps too many)
 */
export async function saveDraft(viewer: Viewer, input: SaveDraft, now = new Date()): Promise<KeptDraft | null> {
  const { personId } = signedIn(viewer, "keep drafts");
  await countTry(`draft:${personId}`, WRITES_PER_MINUTE);
  const { key, text, choice } = input;
  const written = new Date(input.updatedAt);
  const updatedAt = written > now ? now : written;
  if (text.trim() === "") {
    await database().draft.deleteMany({ where: { personId, key, updatedAt: { lte: updatedAt } } });
  } else {
    if ((await database().draft.count({ where: { personId, key: { not: key } } })) >= MAX_DRAFTS) {
      throw new AppError("too-large", "You have more drafts than are kept on the server. This one is kept on this device.");
    }
    // In one statement, so that of two at once the later one stays.
    await database().$executeRaw`
      INSERT INTO draft (person_id, key, text, choice, updated_at) VALUES (${personId}::uuid, ${key}, ${text}, ${choice}, ${updatedAt})
      ON CONFLICT (person_id, key) DO UPDATE SET text = EXCLUDED.text, choice = EXCLUDED.choice, updated_at = EXCLUDED.updated_at
      WHERE draft.updated_at <= EXCLUDED.updated_at`;
  }
  return findDraft(viewer, key);
}

/** Deletes the viewer's draft: it was sent, or thrown away. Twice is the same as once. @throws AppError "unauthenticated" | "rate-limited" */
export async function removeDraft(viewer: Viewer, key: string): Promise<void> {
  const { personId } = signedIn(viewer, "keep drafts");
  await countTry(`draft:${personId}`, WRITES_PER_MINUTE);
  await database().draft.deleteMany({ where: { personId, key } });
}

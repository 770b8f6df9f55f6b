import "server-only";
import { AppError } from "../errors";
import { transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { canModerate } from "../policy/moderation";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { findWords } from "./queries";
import type { Moderate } from "./schema";

const ACTS_PER_MINUTE = { count: 30, seconds: 60 };

/**
 * Hides a comment, or the note of an annotation, from all but its writer and moderators; its place and the reason stay to be seen. Twice is
 * the same as once.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (absent, or not for this viewer to hide)
 */
export function hide(viewer: Viewer, input: Moderate, now = new Date()): Promise<null> {
  return moderate(viewer, "hide", input, now);
}

/** Undoes `hide`, which stays recorded. @throws AppError as `hide` */
export function restore(viewer: Viewer, input: Moderate, now = new Date()): Promise<null> {
  return moderate(viewer, "restore", input, now);
}

async function moderate(viewer: Viewer, kind: "hide" | "restore", { subject, reason }: Moderate, now: Date): Promise<null> {
  const { personId } = signedIn(viewer, "hide what others wrote");
  await countTry(`moderate:${personId}`, ACTS_PER_MINUTE);
  await transact(async (transaction) => {
    // Held: of two at once the second finds what the first did.
    if (subject.kind === "comment") await transaction.$queryRaw`SELECT id FROM comment WHERE id = ${subject.id}::uuid FOR UPDATE`;
    else await transaction.$queryRaw`SELECT id FROM annotation WHERE id = ${subject.id}::uuid FOR UPDATE`;
    const words = await findWords(transaction, viewer, subject);
    const mayOnceShown = words && canModerate(viewer, kind, { ...words, isHidden: kind === "restore" });
    if (!words || !mayOnceShown) throw new AppError("not-found", "There is nothing here for you to hide or to bring back.");
    if (words.isHidden === (kind === "hide")) return;
    const column = subject.kind === "comment" ? { commentId: subject.id } : { annotationId: subject.id };
    // Not before what was done last, whatever the clocks of two servers say.
    const at = words.hidden && words.hidden.at > now ? words.hidden.at : now;
    await transaction.moderation.create({ data: { ...column, kind, reason, moderatorId: personId, at } });
  });
  return null;
}

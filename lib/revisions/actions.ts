"use server";
import { action } from "../platform/action";
import { countTry } from "../platform/rate-limit";
import { signedIn } from "../policy/person";
import { createRevision } from "./commands";
import { foreseeRevision } from "./queries";
import { createRevisionSchema, foreseeRevisionSchema } from "./schema";

/** Reading and aligning a book is work: as often as a preview of an import. */
const FORESIGHTS_PER_MINUTE = { count: 30, seconds: 60 };

export const createRevisionAction = action(createRevisionSchema, (viewer, input) => createRevision(viewer, input));

export const foreseeRevisionAction = action(foreseeRevisionSchema, async (viewer, { articleId, draft }) => {
  const { personId } = signedIn(viewer, "bring in a new text");
  await countTry(`foresee:${personId}`, FORESIGHTS_PER_MINUTE);
  return foreseeRevision(viewer, articleId, draft);
});

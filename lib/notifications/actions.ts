"use server";
import type { ActionResult } from "../errors";
import { action } from "../platform/action";
import { markRead, setFollow, setMailRhythm } from "./commands";
import { followFormSchema, markReadFormSchema } from "./form";
import { type FollowMode, setMailRhythmSchema } from "./schema";

const markReadForm = action(markReadFormSchema, (viewer, input) => markRead(viewer, input));
/** The control shows what was chosen: making a long article anew for it would only be slow. */
const setFollowForm = action(followFormSchema, (viewer, input) => setFollow(viewer, input), { keepsPage: true });

export const setMailRhythmAction = action(setMailRhythmSchema, (viewer, input) => setMailRhythm(viewer, input.rhythm));

/** For a form, with or without script: what came of the last time, and what is sent. */
export async function markReadFormAction(_last: ActionResult<null> | null, form: FormData): Promise<ActionResult<null>> {
  return markReadForm(form);
}

type Chosen = ActionResult<{ mode: FollowMode | null }>;

export async function setFollowFormAction(_last: Chosen | null, form: FormData): Promise<Chosen> {
  return setFollowForm(form);
}

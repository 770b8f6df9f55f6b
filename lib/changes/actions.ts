"use server";
import type { ActionResult } from "../errors";
import { action } from "../platform/action";
import { changeMany, putBack } from "./commands";
import { changeManyFormSchema, putBackFormSchema } from "./form";
import { putBackSchema } from "./schema";
import type { Changed } from "./state";

/** For the reading page, which shows by itself what was put back. */
export const putBackAction = action(putBackSchema, (viewer, input) => putBack(viewer, input), { keepsPage: true });

const putBackForm = action(putBackFormSchema, (viewer, input) => putBack(viewer, input));
const changeManyForm = action(changeManyFormSchema, (viewer, input) => changeMany(viewer, input));

/** For a form, with or without script: what came of the last time, and what is sent. */
export async function putBackFormAction(_last: ActionResult<Changed> | null, form: FormData): Promise<ActionResult<Changed>> {
  return putBackForm(form);
}

export async function changeManyFormAction(_last: ActionResult<Changed> | null, form: FormData): Promise<ActionResult<Changed>> {
  return changeManyForm(form);
}

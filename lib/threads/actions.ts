"use server";
import { action } from "../platform/action";
import { editComment, removeComment, reply, restoreComment } from "./commands";
import { commentIdSchema, editCommentSchema, replySchema } from "./schema";

/** A thread shows by itself what was done in it. */
const onPage = { keepsPage: true };

export const replyAction = action(replySchema, (viewer, input) => reply(viewer, input), onPage);
export const editCommentAction = action(editCommentSchema, (viewer, input) => editComment(viewer, input), onPage);
export const removeCommentAction = action(commentIdSchema, (viewer, { commentId }) => removeComment(viewer, commentId), onPage);
export const restoreCommentAction = action(commentIdSchema, (viewer, { commentId }) => restoreComment(viewer, commentId), onPage);

"use server";
import { action } from "../platform/action";
import { createRevision } from "./commands";
import { createRevisionSchema } from "./schema";

export const createRevisionAction = action(createRevisionSchema, (viewer, input) => createRevision(viewer, input));

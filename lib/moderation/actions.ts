"use server";
import { action } from "../platform/action";
import { hide, restore } from "./commands";
import { moderateSchema } from "./schema";

export const hideAction = action(moderateSchema, (viewer, input) => hide(viewer, input));
export const restoreAction = action(moderateSchema, (viewer, input) => restore(viewer, input));

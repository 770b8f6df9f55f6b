"use server";
import { action } from "../platform/action";
import { decide } from "./commands";
import { decideSchema } from "./schema";

export const decideAction = action(decideSchema, (viewer, input) => decide(viewer, input));

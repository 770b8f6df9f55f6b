"use server";
import { action } from "../platform/action";
import { raiseCritique, takeStep } from "./commands";
import { raiseCritiqueSchema, takeStepSchema } from "./schema";

export const raiseCritiqueAction = action(raiseCritiqueSchema, (viewer, input) => raiseCritique(viewer, input));
export const takeStepAction = action(takeStepSchema, (viewer, input) => takeStep(viewer, input));

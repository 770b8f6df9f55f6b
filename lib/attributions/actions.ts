"use server";
import { action } from "../platform/action";
import { decideAttribution, endAttribution, linkPerson, requestAttribution } from "./commands";
import { attributionIdSchema, decideAttributionSchema, linkPersonSchema, requestAttributionSchema } from "./schema";

export const requestAttributionAction = action(requestAttributionSchema, async (viewer, input) => {
  await requestAttribution(viewer, input);
  return null;
});
export const linkPersonAction = action(linkPersonSchema, async (viewer, input) => {
  await linkPerson(viewer, input);
  return null;
});
export const decideAttributionAction = action(decideAttributionSchema, (viewer, input) => decideAttribution(viewer, input));
export const endAttributionAction = action(attributionIdSchema, (viewer, input) => endAttribution(viewer, input.attributionId));

"use server";
import { action } from "../platform/action";
import { changeName, changePassphrase, registerPerson, revokeOtherSessions, revokeSession } from "./commands";
import { changeNameSchema, changePassphraseSchema, nothingSchema, registerSchema, sessionIdSchema } from "./schema";

export const registerAction = action(registerSchema, async (_viewer, input) => {
  await registerPerson(input);
  return null;
});
export const changeNameAction = action(changeNameSchema, (viewer, input) => changeName(viewer, input.displayName));
export const changePassphraseAction = action(changePassphraseSchema, (viewer, input) => changePassphrase(viewer, input));
export const revokeSessionAction = action(sessionIdSchema, (viewer, input) => revokeSession(viewer, input.sessionId));
export const revokeOtherSessionsAction = action(nothingSchema, (viewer) => revokeOtherSessions(viewer));

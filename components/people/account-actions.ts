import type { ActionResult } from "@/lib/errors";
import type { ChangePassphrase } from "@/lib/people/schema";

/** What can be done with one’s own account. */
export type AccountActions = {
  changeName: (input: { displayName: string }) => Promise<ActionResult<null>>;
  changePassphrase: (input: ChangePassphrase) => Promise<ActionResult<null>>;
  revokeSession: (input: { sessionId: string }) => Promise<ActionResult<null>>;
  revokeOtherSessions: (input: Record<string, never>) => Promise<ActionResult<null>>;
};

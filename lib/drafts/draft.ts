import type { KeptDraft } from "./schema";

/** What a person has written and chosen, wherever it is kept. */
export type Written = Pick<KeptDraft, "text" | "choice">;

/** Whether two drafts say the same. */
export function isSame(one: Written, other: Written): boolean {
  return one.text === other.text && one.choice === other.choice;
}

/**
 * Of what is kept on the device and on the server: the one that was changed last, and the other where it has words that the last one does
 * not begin with, so that nothing that was written is dropped unseen. The device wins a tie.
 */
export function restoredFrom(
  device: KeptDraft | null,
  server: KeptDraft | null,
): { from: "device" | "server"; draft: KeptDraft; other: KeptDraft | null } | null {
  if (!device) return server && { from: "server", draft: server, other: null };
  if (!server) return { from: "device", draft: device, other: null };
  const isServers = Date.parse(server.updatedAt) > Date.parse(device.updatedAt);
  const [draft, older] = isServers ? [server, device] : [device, server];
  return { from: isServers ? "server" : "device", draft, other: draft.text.startsWith(older.text) ? null : older };
}

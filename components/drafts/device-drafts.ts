import { z } from "zod";
import { type DraftKey, draftSchema } from "@/lib/drafts/schema";
import { readStored, writeStored } from "../reader/client/draft-store";

const deviceDraftSchema = draftSchema.extend({
  /** under which it may already have been sent, unchanged since */
  requestId: z.uuid().nullable(),
});
export type DeviceDraft = z.infer<typeof deviceDraftSchema>;

const storeKey = (personId: string, key: DraftKey) => `hedgerow:draft:${personId}:${key}`;

/** The person's draft in this browser. What does not parse (an older release's, or a curious person's) is none. */
export function readDeviceDraft(personId: string, key: DraftKey): DeviceDraft | null {
  const stored = readStored(storeKey(personId, key));
  if (stored === null) return null;
  try {
    return deviceDraftSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeDeviceDraft(personId: string, key: DraftKey, draft: DeviceDraft | null): void {
  writeStored(storeKey(personId, key), draft && JSON.stringify(draft));
}

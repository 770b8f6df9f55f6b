import { type DraftKey, draftAnswerSchema, type KeptDraft } from "@/lib/drafts/schema";

/** What the server keeps, null for nothing; or that it could not be asked, or would not. */
export type DraftAnswer = { ok: true; draft: KeptDraft | null } | { ok: false };

const address = (key: DraftKey) => `/api/drafts?key=${encodeURIComponent(key)}`;

export function requestDraft(key: DraftKey): Promise<DraftAnswer> {
  return ask(address(key), { cache: "no-store" });
}

/** Sent even while the page goes away. Without text it deletes. */
export function putDraft(key: DraftKey, { text, choice, updatedAt }: KeptDraft): Promise<DraftAnswer> {
  const body = JSON.stringify({ key, text, choice, updatedAt });
  return ask("/api/drafts", { method: "PUT", keepalive: true, headers: { "Content-Type": "application/json" }, body });
}

export function deleteDraft(key: DraftKey): Promise<DraftAnswer> {
  return ask(address(key), { method: "DELETE", keepalive: true });
}

async function ask(url: string, init: RequestInit): Promise<DraftAnswer> {
  try {
    const response = await fetch(url, init);
    if (response.status === 204) return { ok: true, draft: null };
    const answer = response.ok ? draftAnswerSchema.safeParse(await response.json()) : null;
    return answer?.success ? { ok: true, draft: answer.data.draft } : { ok: false };
  } catch (error) {
    // fetch has one error for everything between here and the server, and for a body too large to be sent by a page that goes away; what
    // answers with no JSON is a proxy.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { ok: false };
    throw error;
  }
}

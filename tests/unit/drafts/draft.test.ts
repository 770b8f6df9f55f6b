import { describe, expect, it } from "vitest";
import { restoredFrom } from "@/lib/drafts/draft";
import type { KeptDraft } from "@/lib/drafts/schema";

const draft = (text: string, minute: number): KeptDraft => ({ text, choice: null, updatedAt: `2026-11-24T18:0${minute}:00.000Z` });

describe("of two drafts, one on the device and one on the server", () => {
  it.each<[string, KeptDraft | null, KeptDraft | null, { from: string; text: string; other: string | null } | null]>([
    ["none and none is none", null, null, null],
    ["the only one is restored", draft("here", 1), null, { from: "device", text: "here", other: null }],
    ["the server’s only one is restored", null, draft("there", 1), { from: "server", text: "there", other: null }],
    ["the server’s newer one is restored", draft("a", 1), draft("ab", 2), { from: "server", text: "ab", other: null }],
    ["the device’s newer one is restored", draft("ab", 2), draft("a", 1), { from: "device", text: "ab", other: null }],
    ["the device’s is restored at the same moment", draft("a", 1), draft("a", 1), { from: "device", text: "a", other: null }],
    ["older words that the newer ones lack are offered", draft("other", 1), draft("ab", 2), { from: "server", text: "ab", other: "other" }],
  ])("%s", (_what, device, server, expected) => {
    const found = restoredFrom(device, server);
    expect(found && { from: found.from, text: found.draft.text, other: found.other?.text ?? null }).toEqual(expected);
  });
});

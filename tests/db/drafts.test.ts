import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { removeDraft, saveDraft } from "@/lib/drafts/commands";
import { findDraft } from "@/lib/drafts/queries";
import { draftKeySchema, type SaveDraft, saveDraftSchema } from "@/lib/drafts/schema";
import { database } from "@/lib/platform/db";
import { anonymous } from "@/lib/policy/viewer";
import { emptyDatabase, makePerson, type SignedInViewer } from "../fixtures/database";

const key = `step:${randomUUID()}`;
const now = new Date("2026-11-24T18:00:00.000Z");
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
const draft = (more: Partial<SaveDraft> = {}): SaveDraft => ({
  key,
  text: "Granted in part.",
  choice: "concede",
  updatedAt: at(-5),
  ...more,
});

let mina: SignedInViewer;
let chen: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  mina = await makePerson("Mina");
  chen = await makePerson("陳郁婷");
});

describe("a draft", () => {
  it("is kept for who writes it, and for nobody else", async () => {
    await saveDraft(mina, draft({ text: "部分的に認めます 🌿" }), now);
    expect(await findDraft(mina, key)).toEqual({ text: "部分的に認めます 🌿", choice: "concede", updatedAt: at(-5) });
    expect(await findDraft(chen, key)).toBeNull();
    await removeDraft(chen, key);
    expect(await findDraft(mina, key)).not.toBeNull();
    await saveDraft(chen, draft({ text: "Not so." }), now);
    expect((await findDraft(mina, key))?.text).toBe("部分的に認めます 🌿");
  });

  it("is the one that was changed last, in whichever order they arrive", async () => {
    await saveDraft(mina, draft({ text: "later", updatedAt: at(-1) }), now);
    const kept = await saveDraft(mina, draft({ text: "earlier", updatedAt: at(-2) }), now);
    expect(kept?.text).toBe("later");
    await Promise.all([-9, -8, -7].map((minutes) => saveDraft(chen, draft({ text: String(minutes), updatedAt: at(minutes) }), now)));
    expect((await findDraft(chen, key))?.text).toBe("-7");
  });

  it("of a clock that runs ahead does not shut out what is written afterwards", async () => {
    await saveDraft(mina, draft({ text: "from the future", updatedAt: at(600) }), now);
    expect((await findDraft(mina, key))?.updatedAt).toBe(now.toISOString());
    const kept = await saveDraft(mina, draft({ text: "now", updatedAt: at(1) }), new Date(at(1)));
    expect(kept?.text).toBe("now");
  });

  it("without text is none, unless it was changed since", async () => {
    await saveDraft(mina, draft(), now);
    expect((await saveDraft(mina, draft({ text: "", updatedAt: at(-6) }), now))?.text).toBe("Granted in part.");
    expect(await saveDraft(mina, draft({ text: " \n", updatedAt: at(-4) }), now)).toBeNull();
    expect(await database().draft.count()).toBe(0);
  });

  it("is gone when it was sent; twice is the same as once", async () => {
    await saveDraft(mina, draft(), now);
    await removeDraft(mina, key);
    await removeDraft(mina, key);
    expect(await findDraft(mina, key)).toBeNull();
  });

  it("is for who is signed in", async () => {
    await expect(saveDraft(anonymous, draft(), now)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(findDraft(anonymous, key)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(removeDraft(anonymous, key)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("is not saved without end", async () => {
    await database().draft.createMany({
      data: Array.from({ length: 500 }, () => ({ personId: mina.personId, key: `edit:${randomUUID()}`, text: "x", updatedAt: now })),
    });
    await expect(saveDraft(mina, draft(), now)).rejects.toMatchObject({ code: "too-large" });
    const tries = await Promise.allSettled(Array.from({ length: 130 }, () => saveDraft(chen, draft(), now)));
    const refused = tries.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(Array(10).fill("rate-limited"));
  });
});

describe("a draft’s key", () => {
  const id = randomUUID();
  it.each([`step:${id}`, `edit:${id}`, `reply:annotation:${id}`, `reply:claim:${id}`, `reply:article:${id}`, `reply:comment:${id}`])(
    "%s names what it is to become",
    (good) => expect(draftKeySchema.safeParse(good).success).toBe(true),
  );
  it.each(["", id, `step:${id}x`, `step:`, `reply:${id}`, `reply:person:${id}`, `step:${id}\n`])("%j names nothing", (bad) =>
    expect(draftKeySchema.safeParse(bad).success).toBe(false),
  );
  it("comes with text that can be stored", () => {
    expect(saveDraftSchema.parse(draft({ text: "a\u0000b" })).text).toBe("ab");
    expect(saveDraftSchema.safeParse(draft({ text: "x".repeat(20_001) })).success).toBe(false);
  });
});

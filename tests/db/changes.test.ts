import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createAnnotation, editAnnotation, removeAnnotation, restoreAnnotation } from "@/lib/annotations/commands";
import type { Audience, Stance, TagInput } from "@/lib/annotations/schema";
import { getReadingPage } from "@/lib/articles/queries";
import { changeMany, putBack } from "@/lib/changes/commands";
import { getAnnotationHistory } from "@/lib/changes/queries";
import { database } from "@/lib/platform/db";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

let slug: string;
let revisionId: string;
let Du: string;
let Ab: string;
let Ba: string;
let mina: SignedInViewer;
let chen: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  ({ slug, revisionId } = await makeArticle(["Tokyo keeps two clocks.", "It winds 両方 every day."]));
  const frameworks = await makeFrameworks({ Du: null, Ab: "Du", Ba: null });
  [Du = "", Ab = "", Ba = ""] = [frameworks.Du, frameworks.Ab, frameworks.Ba];
  mina = await makePerson("Mina");
  chen = await makePerson("陳郁婷");
});

const tag = (frameworkId: string, stance: Stance = "supports"): TagInput => ({ frameworkId, stance });
const make = (maker: SignedInViewer, tags: TagInput[], note = "", audience: Audience = "everyone") =>
  createAnnotation(maker, {
    ...{ requestId: randomUUID(), revisionId, start: 6, end: 22, quote: "keeps two clocks", tags, note, audience },
  });
const edit = (annotationId: string, version: number, tags: TagInput[], note: string, audience: Audience = "everyone") =>
  editAnnotation(mina, { annotationId, version, tags, note, audience });
const read = async (viewer: Viewer) => (await getReadingPage(viewer, slug)).annotations;
const historyOf = async (viewer: Viewer, id: string) =>
  (await getAnnotationHistory(viewer, id)).versions.map(({ number, kind, note, audience }) => ({ number, kind, note, audience }));

describe("an annotation's history", () => {
  it("keeps what each version said, when, and what was other than before", async () => {
    const { id } = await make(mina, [tag(Du), tag(Ba, "contests")], "Two clocks.");
    await edit(id, 1, [tag(Ab), tag(Ba, "supports")], "Three clocks.");
    const { versions, current, before } = await getAnnotationHistory(anonymous, id);
    expect({ current, before }).toEqual({ current: 2, before: null });
    expect(versions).toMatchObject([
      {
        ...{ number: 2, kind: "edit", note: "Three clocks.", tags: [tag(Ab), tag(Ba, "supports")] },
        difference: {
          tags: [
            { kind: "removed", frameworkId: Du, stance: "supports" },
            { kind: "added", frameworkId: Ab, stance: "supports" },
            { kind: "turned", frameworkId: Ba, stance: "supports", from: "contests" },
          ],
          note: [
            { kind: "removed", text: "Two" },
            { kind: "added", text: "Three" },
            { kind: "same", text: " clocks." },
          ],
          audience: null,
        },
      },
      { number: 1, kind: "create", note: "Two clocks.", tags: [tag(Du), tag(Ba, "contests")], difference: null },
    ]);
    const change = await database().annotationChange.findFirstOrThrow({ where: { annotationId: id } });
    expect(change.changedById).toBe(mina.personId);
    expect(versions[0]?.since).toBe(change.changedAt.toISOString());
  });

  it("never shows others what was written for its maker alone, nor that there was such a version", async () => {
    const { id } = await make(mina, [tag(Du)], "a secret", "onlyMe");
    await edit(id, 1, [tag(Du)], "for all");
    await edit(id, 2, [tag(Du)], "another secret", "onlyMe");
    await edit(id, 3, [tag(Du)], "for all");
    for (const viewer of [anonymous, chen]) {
      expect(await historyOf(viewer, id)).toEqual([{ number: 2, kind: "create", note: "for all", audience: "everyone" }]);
      expect(JSON.stringify(await getAnnotationHistory(viewer, id))).not.toContain("secret");
    }
    expect((await historyOf(mina, id)).map(({ note }) => note)).toEqual(["for all", "another secret", "for all", "a secret"]);
    await edit(id, 4, [tag(Du)], "hidden again", "onlyMe");
    await expect(getAnnotationHistory(chen, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("tells its maker of a deletion and a return, and others nothing", async () => {
    const { id } = await make(mina, [tag(Du)], "here");
    await removeAnnotation(mina, id);
    await expect(getAnnotationHistory(mina, id)).rejects.toMatchObject({ code: "not-found" });
    await restoreAnnotation(mina, id);
    expect((await historyOf(mina, id)).map(({ kind }) => kind)).toEqual(["restore", "delete", "create"]);
    expect((await historyOf(chen, id)).map(({ kind }) => kind)).toEqual(["create"]);
  });

  it("is walked page by page, however long it is", async () => {
    const { id } = await make(mina, [tag(Du)], "0");
    for (let version = 1; version <= 60; version++) {
      await database().rateLimit.deleteMany();
      await edit(id, version, [tag(Du)], String(version));
    }
    const first = await getAnnotationHistory(chen, id);
    const second = await getAnnotationHistory(chen, id, { before: first.before ?? undefined });
    expect(second.before).toBeNull();
    const numbers = [...first.versions, ...second.versions].map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 61 }, (_, index) => 61 - index));
    expect([...first.versions, ...second.versions].every(({ difference, number }) => (difference === null) === (number === 1))).toBe(true);
  });

  it("does not grow when nothing is other than it was", async () => {
    const { id } = await make(mina, [tag(Du)], "same");
    expect(await edit(id, 1, [tag(Du)], "same")).toEqual({ version: 1 });
    expect(await database().annotationChange.count()).toBe(0);
  });
});

describe("the database", () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ["a note that changes without a record", (id) => database().annotation.update({ where: { id }, data: { note: "other" } })],
    ["a version that goes up without one", (id) => database().annotation.update({ where: { id }, data: { version: 2 } })],
    ["a deletion without one", (id) => database().annotation.update({ where: { id }, data: { deletedAt: new Date() } })],
    [
      "a record of what has not happened",
      (id) =>
        database().annotationChange.create({
          data: {
            ...{ annotationId: id, version: 1, kind: "edit", changedById: mina.personId, changedAt: new Date(), audience: "everyone" },
            ...{ isDeleted: false, tags: { create: [{ frameworkId: Du, stance: "supports", position: 0 }] } },
          },
        }),
    ],
  ])("refuses %s", async (_what, change) => {
    const { id } = await make(mina, [tag(Du)], "kept");
    await expect(change(id)).rejects.toThrow();
    expect(await read(mina)).toMatchObject([{ note: "kept", version: 1 }]);
  });

  it("refuses to let the past say something else", async () => {
    const { id } = await make(mina, [tag(Du)], "first");
    await edit(id, 1, [tag(Ab)], "second");
    await expect(database().annotationChange.updateMany({ data: { note: "forged" } })).rejects.toThrow(/kept as it was/);
    await expect(database().annotationChangeTag.updateMany({ data: { stance: "contests" } })).rejects.toThrow(/kept as it was/);
    expect((await historyOf(mina, id))[1]?.note).toBe("first");
  });
});

describe("undo", () => {
  const undo = (viewer: Viewer, ...items: { annotationId: string; version: number }[]) =>
    putBack(viewer, { items: items.map((item) => ({ ...item, toVersion: item.version - 1 })), keepsAudience: false });

  it("puts back all that a change changed, as a change that can be undone itself", async () => {
    const { id } = await make(mina, [tag(Du), tag(Ba, "contests")], "before");
    const { version } = await edit(id, 1, [tag(Ab)], "after", "onlyMe");
    const undone = await undo(mina, { annotationId: id, version });
    expect(undone).toEqual({ changed: [{ annotationId: id, version: 3 }], unchanged: 0 });
    const before = { note: "before", audience: "everyone", tags: [tag(Du), tag(Ba, "contests")], version: 3 };
    expect(await read(chen)).toMatchObject([before]);
    await undo(mina, ...undone.changed);
    expect(await read(mina)).toMatchObject([{ note: "after", audience: "onlyMe", tags: [tag(Ab)], version: 4 }]);
    expect(await read(chen)).toEqual([]);
  });

  it("takes back one change after the other, past a deletion that was taken back", async () => {
    const { id } = await make(mina, [tag(Du)], "one");
    await edit(id, 1, [tag(Du)], "two");
    await edit(id, 2, [tag(Ab)], "three");
    await removeAnnotation(mina, id);
    await restoreAnnotation(mina, id);
    await undo(mina, { annotationId: id, version: 3 });
    await undo(mina, { annotationId: id, version: 2 });
    expect(await read(mina)).toMatchObject([{ note: "one", tags: [tag(Du)], version: 7 }]);
  });

  it("does not undo over a later change, nor another's", async () => {
    const { id } = await make(mina, [tag(Du)], "one");
    const { version } = await edit(id, 1, [tag(Du)], "two");
    await expect(undo(chen, { annotationId: id, version })).rejects.toMatchObject({ code: "not-found" });
    await expect(undo(anonymous, { annotationId: id, version })).rejects.toMatchObject({ code: "unauthenticated" });
    await edit(id, 2, [tag(Du)], "three");
    await expect(undo(mina, { annotationId: id, version })).rejects.toMatchObject({ code: "conflict" });
    expect(await read(mina)).toMatchObject([{ note: "three", version: 3 }]);
  });

  it("brings back a former version's words and frameworks, deprecated ones too, and shows them to nobody else", async () => {
    const { id } = await make(mina, [tag(Du)], "first");
    await edit(id, 1, [tag(Ab)], "second", "onlyMe");
    await database().framework.update({ where: { id: Du }, data: { status: "deprecated" } });
    await putBack(mina, { items: [{ annotationId: id, version: 2, toVersion: 1 }], keepsAudience: true });
    expect(await read(mina)).toMatchObject([{ note: "first", audience: "onlyMe", tags: [tag(Du)] }]);
    const nowhere = putBack(mina, { items: [{ annotationId: id, version: 3, toVersion: 9 }], keepsAudience: true });
    await expect(nowhere).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a change of many annotations", () => {
  const three = async () => {
    const made = [
      await make(mina, [tag(Du)], "a"),
      await make(mina, [tag(Du, "contests"), tag(Ba)], "b"),
      await make(mina, [tag(Ba)], "c", "onlyMe"),
    ];
    return made.map(({ id }) => ({ annotationId: id, version: 1 }));
  };
  const tagsByNote = async () => new Map((await read(mina)).map(({ note, tags }) => [note, tags]));

  it("is done to each that it concerns, kept in the history of each, and undone as one", async () => {
    const items = await three();
    const { changed, unchanged } = await changeMany(mina, { items, change: { kind: "replaceFramework", frameworkId: Du, by: Ab } });
    expect(unchanged).toBe(1);
    expect(await tagsByNote()).toEqual(
      new Map([
        ["a", [tag(Ab)]],
        ["b", [tag(Ab, "contests"), tag(Ba)]],
        ["c", [tag(Ba)]],
      ]),
    );
    expect(await database().annotationChange.count()).toBe(2);
    await putBack(mina, { items: changed.map((item) => ({ ...item, toVersion: item.version - 1 })), keepsAudience: false });
    expect((await tagsByNote()).get("b")).toEqual([tag(Du, "contests"), tag(Ba)]);
  });

  it("deletes many, and brings all of them back", async () => {
    const items = await three();
    const { changed } = await changeMany(mina, { items, change: { kind: "delete" } });
    expect(await read(mina)).toEqual([]);
    await putBack(mina, { items: changed.map((item) => ({ ...item, toVersion: item.version - 1 })), keepsAudience: false });
    expect((await read(mina)).map(({ note, audience }) => [note, audience])).toEqual(
      expect.arrayContaining([
        ["a", "everyone"],
        ["c", "onlyMe"],
      ]),
    );
  });

  it("hides many from others at once", async () => {
    await changeMany(mina, { items: await three(), change: { kind: "audience", audience: "onlyMe" } });
    expect(await read(chen)).toEqual([]);
    expect(await read(mina)).toHaveLength(3);
  });

  it("does nothing at all when one was changed meanwhile, is another's, or cannot be changed so", async () => {
    const items = await three();
    const [first, ...rest] = items;
    await edit(first?.annotationId ?? "", 1, [tag(Du)], "changed");
    const stale = changeMany(mina, { items, change: { kind: "audience", audience: "onlyMe" } });
    await expect(stale).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("keeps two clocks") });
    const other = await make(chen, [tag(Du)], "chen's");
    const mixed = changeMany(mina, { items: [...rest, { annotationId: other.id, version: 1 }], change: { kind: "delete" } });
    await expect(mixed).rejects.toMatchObject({ code: "not-found" });
    const last = changeMany(mina, { items: rest, change: { kind: "removeFramework", frameworkId: Ba } });
    await expect(last).rejects.toMatchObject({ code: "invalid" });
    const unknown = changeMany(mina, { items: rest, change: { kind: "addFramework", frameworkId: randomUUID(), stance: "supports" } });
    await expect(unknown).rejects.toMatchObject({ code: "invalid" });
    expect((await read(mina)).map(({ note, audience }) => `${note} ${audience}`).sort()).toEqual([
      "b everyone",
      "c onlyMe",
      "changed everyone",
      "chen's everyone",
    ]);
    expect(await database().annotationChange.count()).toBe(1);
  });

  it("turns a hundred at once", async () => {
    for (let index = 0; index < 100; index++) {
      await database().rateLimit.deleteMany();
      await make(mina, [tag(Du)], String(index));
    }
    const rows = await database().annotation.findMany({ select: { id: true } });
    const items = rows.map(({ id }) => ({ annotationId: id, version: 1 }));
    const { changed } = await changeMany(mina, { items, change: { kind: "stance", frameworkId: null, stance: "contests" } });
    expect(changed).toHaveLength(100);
    expect((await read(anonymous)).every(({ tags, version }) => version === 2 && tags[0]?.stance === "contests")).toBe(true);
  });
});

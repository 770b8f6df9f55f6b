import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createAnnotation, editAnnotation, removeAnnotation, restoreAnnotation } from "@/lib/annotations/commands";
import { findAnnotationPlace } from "@/lib/annotations/queries";
import type { CreateAnnotation } from "@/lib/annotations/schema";
import { getLibraryPage, getReadingPage } from "@/lib/articles/queries";
import { getFrameworkPage } from "@/lib/frameworks/queries";
import { database } from "@/lib/platform/db";
import { annotationsVisibleTo, canAnnotation } from "@/lib/policy/annotation";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

let slug: string;
let revisionId: string;
let frameworks: Record<string, string>;
let mina: SignedInViewer;
let chen: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  ({ slug, revisionId } = await makeArticle(["Tokyo keeps two clocks.", "It winds 両方 every day."]));
  frameworks = await makeFrameworks({ Du: null, Ab: "Du", Ba: null });
  mina = await makePerson("Mina");
  chen = await makePerson("陳郁婷");
});

const input = (more: Partial<CreateAnnotation> = {}): CreateAnnotation => ({
  ...{ requestId: randomUUID(), revisionId, start: 6, end: 22, quote: "keeps two clocks", note: "Two.", audience: "everyone" },
  tags: [
    { frameworkId: frameworks.Du ?? "", stance: "supports" },
    { frameworkId: frameworks.Ba ?? "", stance: "contests" },
  ],
  ...more,
});
const read = async (viewer: Viewer) => (await getReadingPage(viewer, slug)).annotations;

describe("an annotation", () => {
  it("is stored with its passage and both stances, and seen by everyone", async () => {
    const { id } = await createAnnotation(mina, input());
    const [seen] = await read(anonymous);
    expect(seen).toMatchObject({
      ...{ id, start: 6, end: 22, note: "Two.", blockIndex: 0, version: 1 },
      tags: [
        { frameworkId: frameworks.Du, stance: "supports" },
        { frameworkId: frameworks.Ba, stance: "contests" },
      ],
      can: { edit: false, remove: false, moderate: false },
    });
    expect((await read(mina))[0]?.can).toEqual({ edit: true, remove: true, moderate: false });
    expect((await read(chen))[0]?.can).toEqual({ edit: false, remove: false, moderate: false });
  });

  it("may reach over two paragraphs", async () => {
    const { revision } = await getReadingPage(anonymous, slug);
    const quote = revision.text.slice(14, 35);
    await createAnnotation(mina, input({ start: 14, end: 35, quote }));
    expect((await read(anonymous))[0]).toMatchObject({ start: 14, end: 35 });
  });

  it("sent twice is stored once", async () => {
    const sent = input();
    const [first, second] = await Promise.all([createAnnotation(mina, sent), createAnnotation(mina, sent)]);
    expect(second).toEqual(first);
    expect(await createAnnotation(mina, sent)).toEqual(first);
    expect(await read(anonymous)).toHaveLength(1);
  });

  it.each<[string, Partial<CreateAnnotation>, string]>([
    ["other words than stand there", { quote: "keeps two locks!" }, "invalid"],
    ["a passage past the end", { end: 9999 }, "invalid"],
    ["a framework that does not exist", { tags: [{ frameworkId: randomUUID(), stance: "supports" }] }, "invalid"],
    ["a revision that does not exist", { revisionId: randomUUID() }, "not-found"],
  ])("is refused with %s, and nothing is stored", async (_what, more, code) => {
    await expect(createAnnotation(mina, input(more))).rejects.toMatchObject({ code });
    expect(await database().passage.count()).toBe(0);
  });

  it("is refused on a deprecated framework, but one that bears it may keep it", async () => {
    const { id } = await createAnnotation(mina, input());
    await database().framework.updateMany({ where: { id: frameworks.Du }, data: { status: "deprecated" } });
    await expect(createAnnotation(mina, input())).rejects.toMatchObject({ code: "invalid", field: "tags" });
    await expect(
      editAnnotation(mina, { annotationId: id, version: 1, tags: input().tags, note: "", audience: "everyone" }),
    ).resolves.toEqual({ version: 2 });
  });

  it("is changed by its maker, and by the one who saw the newest version", async () => {
    const { id } = await createAnnotation(mina, input());
    const edit = {
      annotationId: id,
      version: 1,
      tags: [{ frameworkId: frameworks.Ab ?? "", stance: "contests" as const }],
      note: "Other",
      audience: "everyone" as const,
    };
    await expect(editAnnotation(chen, edit)).rejects.toMatchObject({ code: "not-found" });
    await expect(editAnnotation(mina, edit)).resolves.toEqual({ version: 2 });
    await expect(editAnnotation(mina, { ...edit, note: "Late" })).rejects.toMatchObject({ code: "conflict" });
    expect((await read(anonymous))[0]).toMatchObject({ note: "Other", tags: edit.tags, version: 2 });
  });

  it("is deleted and brought back by its maker alone", async () => {
    const { id } = await createAnnotation(mina, input());
    await expect(removeAnnotation(chen, id)).rejects.toMatchObject({ code: "not-found" });
    await removeAnnotation(mina, id);
    await removeAnnotation(mina, id);
    expect(await read(mina)).toEqual([]);
    await expect(restoreAnnotation(chen, id)).rejects.toMatchObject({ code: "not-found" });
    await restoreAnnotation(mina, id);
    expect(await read(anonymous)).toMatchObject([{ id, note: "Two.", tags: input().tags }]);
  });

  it("for its maker alone is absent for all others, in lists, counts and by its address", async () => {
    const { id } = await createAnnotation(mina, input({ audience: "onlyMe" }));
    const frameworkSlug = (await database().framework.findUniqueOrThrow({ where: { id: frameworks.Du }, select: { slug: true } })).slug;
    const seenBy = async (viewer: Viewer) => ({
      page: (await read(viewer)).length,
      place: await findAnnotationPlace(viewer, id),
      library: (await getLibraryPage(viewer)).entries[0]?.tags,
      framework: (await getFrameworkPage(viewer, frameworkSlug)).framework.totals.supports,
      passages: (await getFrameworkPage(viewer, frameworkSlug)).passages.length,
      tree: (await getFrameworkPage(viewer, frameworkSlug)).tree.reduce((sum, item) => sum + item.tags.supports + item.tags.contests, 0),
    });
    const nothing = { page: 0, place: null, library: { supports: 0, contests: 0 }, framework: 0, passages: 0, tree: 0 };
    expect(await seenBy(anonymous)).toEqual(nothing);
    expect(await seenBy(chen)).toEqual(nothing);
    expect(await seenBy(mina)).toEqual({
      ...{ page: 1, place: { articleSlug: slug, revision: null }, framework: 1, passages: 1, tree: 2 },
      library: { supports: 1, contests: 1 },
    });
  });
});

describe("what a list shows and what the rule allows", () => {
  it("are the same annotations for every viewer", async () => {
    const made = fc.record({ byMina: fc.boolean(), onlyMe: fc.boolean(), deleted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 8 }), async (annotations) => {
        await database().annotation.deleteMany();
        await database().rateLimit.deleteMany();
        for (const { byMina, onlyMe, deleted } of annotations) {
          const maker = byMina ? mina : chen;
          const { id } = await createAnnotation(maker, input({ audience: onlyMe ? "onlyMe" : "everyone" }));
          if (deleted) await removeAnnotation(maker, id);
        }
        const all = await database().annotation.findMany({ select: { id: true, personId: true, audience: true, deletedAt: true } });
        for (const viewer of [anonymous, mina, chen]) {
          const listed = await database().annotation.findMany({ where: annotationsVisibleTo(viewer), select: { id: true } });
          const allowed = all.filter((row) => canAnnotation(viewer, "read", { ...row, isDeleted: row.deletedAt !== null }));
          expect(listed.map((row) => row.id).sort()).toEqual(allowed.map((row) => row.id).sort());
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a framework's page", () => {
  it("is walked page by page without a gap or a repetition, and by stance", async () => {
    const frameworkId = frameworks.Ab ?? "";
    const { slug: frameworkSlug } = await database().framework.findUniqueOrThrow({ where: { id: frameworkId }, select: { slug: true } });
    const made: string[] = [];
    for (let index = 0; index < 60; index++) {
      const stance = index % 3 === 0 ? ("contests" as const) : ("supports" as const);
      await database().rateLimit.deleteMany();
      made.unshift((await createAnnotation(mina, input({ tags: [{ frameworkId, stance }] }))).id);
    }
    const walk = async (stance?: "supports" | "contests") => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await getFrameworkPage(anonymous, frameworkSlug, { cursor, stance });
        seen.push(...page.passages.map((passage) => passage.annotationId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return seen;
    };
    expect(new Set(await walk())).toEqual(new Set(made));
    expect(await walk()).toHaveLength(60);
    expect(await walk("contests")).toHaveLength(20);
  });
});

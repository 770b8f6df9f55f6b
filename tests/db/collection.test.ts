import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createAnnotation, removeAnnotation } from "@/lib/annotations/commands";
import type { Audience, Stance } from "@/lib/annotations/schema";
import { exportAnnotations, getCollectionPage } from "@/lib/collection/queries";
import { type CollectionFilters, filtersSchema } from "@/lib/collection/schema";
import { listLatelyUsed } from "@/lib/frameworks/queries";
import { database } from "@/lib/platform/db";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

let revisionIds: string[];
let slugs: string[];
let frameworks: Record<string, string>;
let mina: SignedInViewer;
let chen: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  const articles = [
    await makeArticle(["Tokyo keeps two clocks."], { title: "Clocks" }),
    await makeArticle(["Tokyo keeps 100% of them_ wound."], { title: "Winding" }),
  ];
  revisionIds = articles.map(({ revisionId }) => revisionId);
  slugs = articles.map(({ slug }) => slug);
  frameworks = await makeFrameworks({ Du: null, Ba: null });
  mina = await makePerson("Mina");
  chen = await makePerson("陳郁婷");
});

type Made = { on?: 0 | 1; sign?: string; stance?: Stance; audience?: Audience; quote?: string };
async function make(
  maker: SignedInViewer,
  note: string,
  { on = 0, sign = "Du", stance = "supports", audience = "everyone", quote = "Tokyo" }: Made = {},
) {
  await database().rateLimit.deleteMany();
  const { text } = await database().revision.findUniqueOrThrow({ where: { id: revisionIds[on] }, select: { text: true } });
  const start = text.indexOf(quote);
  const span = { revisionId: revisionIds[on] ?? "", start, end: start + quote.length, quote };
  return createAnnotation(maker, {
    requestId: randomUUID(),
    ...span,
    tags: [{ frameworkId: frameworks[sign] ?? "", stance }],
    note,
    audience,
  });
}
const notes = async (filters: CollectionFilters = {}, viewer: Viewer = mina) =>
  (await getCollectionPage(viewer, { filters })).annotations.map(({ note }) => note).sort();
const slugOf = async (sign: string) =>
  (await database().framework.findUniqueOrThrow({ where: { id: frameworks[sign] }, select: { slug: true } })).slug;

describe("one's own annotations", () => {
  it("are one's own, over all articles, private ones too and deleted ones not", async () => {
    await make(mina, "a");
    await make(mina, "b", { on: 1, audience: "onlyMe" });
    await make(chen, "chen's");
    await removeAnnotation(mina, (await make(mina, "gone")).id);
    expect(await notes()).toEqual(["a", "b"]);
    expect(await notes({}, chen)).toEqual(["chen's"]);
    await expect(getCollectionPage(anonymous, { filters: {} })).rejects.toMatchObject({ code: "unauthenticated" });
    const page = await getCollectionPage(mina, { filters: {} });
    expect(page.total).toBe(2);
    expect(page.articles.map(({ title }) => title)).toEqual(["Clocks", "Winding"]);
  });

  it("are narrowed by framework, stance, audience, article and words, each and together", async () => {
    await make(mina, "a");
    await make(mina, "b", { on: 1, sign: "Ba", stance: "contests", audience: "onlyMe", quote: "100%" });
    await make(mina, "c_d", { on: 1, sign: "Ba", quote: "them_" });
    expect(await notes({ framework: await slugOf("Ba") })).toEqual(["b", "c_d"]);
    expect(await notes({ stance: "contests" })).toEqual(["b"]);
    expect(await notes({ framework: await slugOf("Du"), stance: "contests" })).toEqual([]);
    expect(await notes({ audience: "onlyMe" })).toEqual(["b"]);
    expect(await notes({ article: slugs[1] })).toEqual(["b", "c_d"]);
    expect(await notes({ q: "TOKYO" })).toEqual(["a"]);
    // what a pattern would take for "anything"
    expect(await notes({ q: "%" })).toEqual(["b"]);
    expect(await notes({ q: "_" })).toEqual(["c_d"]);
    expect(filtersSchema.parse({ stance: "sideways", q: " ", article: "x", other: "y" })).toEqual({ article: "x" });
  });

  it("are walked page by page without a gap or a repetition", async () => {
    for (let index = 0; index < 105; index++) await make(mina, String(index));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await getCollectionPage(mina, { filters: {}, cursor });
      seen.push(...page.annotations.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(105);
    expect(new Set(seen).size).toBe(105);
  });
});

describe("frameworks used lately", () => {
  it("are one's own, the latest first, without those that can no longer be chosen", async () => {
    await make(mina, "a", { sign: "Ba" });
    await make(mina, "b", { sign: "Du" });
    await make(mina, "c", { sign: "Du" });
    await make(chen, "d", { sign: "Ba" });
    expect(await listLatelyUsed(mina)).toEqual([frameworks.Du, frameworks.Ba]);
    expect(await listLatelyUsed(chen)).toEqual([frameworks.Ba]);
    expect(await listLatelyUsed(anonymous)).toEqual([]);
    await database().framework.update({ where: { id: frameworks.Du }, data: { status: "deprecated" } });
    expect(await listLatelyUsed(mina)).toEqual([frameworks.Ba]);
  });
});

describe("taking them out", () => {
  const exported = async (viewer: Viewer, ids: string[], filters: CollectionFilters = {}) => {
    const found = [];
    for await (const page of await exportAnnotations(viewer, { ids, filters })) found.push(...page);
    return found;
  };

  it("gives those that are named, or all that match, and never another's", async () => {
    const a = await make(mina, "a");
    await make(mina, "b", { on: 1 });
    const hers = await make(chen, "chen's");
    expect((await exported(mina, [a.id, hers.id])).map(({ note }) => note)).toEqual(["a"]);
    expect((await exported(mina, [])).map(({ note }) => note)).toEqual(["b", "a"]);
    expect((await exported(mina, [], { article: slugs[1] })).map(({ note }) => note)).toEqual(["b"]);
    expect(await exported(chen, [a.id])).toEqual([]);
    await expect(exported(anonymous, [a.id])).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("reaches past one read of the database", async () => {
    for (let index = 0; index < 205; index++) await make(mina, String(index), { on: index % 2 === 0 ? 0 : 1 });
    const found = await exported(mina, []);
    expect(new Set(found.map(({ id }) => id)).size).toBe(205);
    expect(found.every(({ passage, revision }) => revision.text.slice(passage.start, passage.end) === passage.quote)).toBe(true);
  });
});

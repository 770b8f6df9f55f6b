import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createAnnotation, editAnnotation, removeAnnotation, restoreAnnotation } from "@/lib/annotations/commands";
import type { Audience } from "@/lib/annotations/schema";
import { AppError } from "@/lib/errors";
import { database } from "@/lib/platform/db";
import { anonymous } from "@/lib/policy/viewer";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { isUnspaced } from "@/lib/search/scripts";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";
import { revise } from "../fixtures/revisions";
import { answerTo, totalOf, underlined } from "../fixtures/search";

let mina: SignedInViewer;
let chen: SignedInViewer;
let frameworkId: string;

beforeEach(async () => {
  await emptyDatabase();
  mina = await makePerson("Mina");
  chen = await makePerson("陳郁婷");
  frameworkId = (await makeFrameworks({ Du: null })).Du ?? "";
});

/** A note on the first word of an article. */
async function note(writer: SignedInViewer, revisionId: string, text: string, audience: Audience = "everyone") {
  const { text: all } = await database().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } });
  const { id } = await createAnnotation(writer, {
    ...{ requestId: randomUUID(), revisionId, start: 0, end: 3, quote: all.slice(0, 3), note: text, audience },
    tags: [{ frameworkId, stance: "supports" }],
  });
  return id;
}

describe("a search in English", () => {
  const paragraphs = [
    "Tokyo hedges against abandonment. The U.S. alliance stays; hedging is insurance.",
    "An alliance is asymmetric when one ally can leave and the other cannot.",
    "Trade with China is ordinary business, whatever strategy “hard/soft” power suggests.",
    "Ōsaka’s traders never spoke of the matter.",
  ];

  it.each<[string, number[], string[]]>([
    ["hedge", [1], ["hedges|hedging"]],
    ["HEDGED", [1], ["hedges|hedging"]],
    ["alliances", [1, 2], ["alliance", "alliance"]],
    ["us alliance", [1], ["U.S|alliance"]],
    ["soft power", [3], ["soft|power"]],
    ["osaka", [4], ["Ōsaka"]],
    ["ﬁne OR trader", [4], ["traders"]],
    ["alliance -asymmetric", [1], ["alliance"]],
    ['"one ally can leave"', [2], ["one|ally|leave"]],
    ['"ally one"', [], []],
    ["nothingofthekind", [], []],
  ])("finds the paragraphs that answer %s, and shows where", async (asked, numbers, words) => {
    await makeArticle(paragraphs);
    const result = await answerTo(anonymous, asked, { in: "paragraph" });
    expect(result.hits.map(({ place }) => place?.paragraph).sort()).toEqual(numbers);
    expect(underlined(result).sort()).toEqual(words.sort());
    expect(result.total).toEqual({ hits: numbers.length, isMore: false });
  });

  it("puts first what says it more, and closer together", async () => {
    await makeArticle([
      "The alliance was signed. Much later, after the war and the bubble, somebody spoke of a burden that was to be shared by all.",
      "Alliance burden sharing: the burden of the alliance, the alliance’s burden.",
    ]);
    const { hits } = await answerTo(anonymous, "alliance burden", { in: "paragraph" });
    expect(hits.map(({ place }) => place?.paragraph)).toEqual([2, 1]);
  });

  it("says so when nothing was asked, or only for words that every text has", async () => {
    await makeArticle(paragraphs);
    const outcome = async (q: string) => (await search(anonymous, searchSchema.parse({ q }))).kind;
    expect(await outcome("  — … ")).toBe("nothing-asked");
    expect(await outcome("the of and")).toBe("too-common");
    expect(await outcome("-alliance")).toBe("too-common");
    expect(await outcome("alliance or -trade")).toBe("too-common");
  });
});

describe("whatever is typed", () => {
  it("gets an answer, and no error of the database", async () => {
    await makeArticle(["An alliance & a hedge: 日米同盟 (x | y) !z <-> 'q' :*"]);
    const parts = fc.constantFrom(
      "&",
      "|",
      "!",
      "<->",
      ":*",
      "'",
      '"',
      "(",
      ")",
      "\\",
      "\u0000",
      "\u0001",
      "-",
      "or",
      " ",
      "hedge",
      "同盟",
      "盟",
      "%",
      "_",
      "🕰",
      "the",
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(parts, { maxLength: 16 }).map((some) => some.join("")),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        await database().rateLimit.deleteMany();
        await search(anonymous, searchSchema.parse({ q })).catch((error) => {
          if (!(error instanceof AppError) || error.code !== "invalid") throw error;
        });
      }),
      { numRuns: 80, examples: [["'"], ["\u0000"], ["\\'"], ["a:*"], ["!!"], ["同:*"], ["\ud800"]] },
    );
  });

  it("is refused with words about it when it is too much", async () => {
    await expect(search(anonymous, searchSchema.parse({ q: "a".repeat(201) }))).rejects.toMatchObject({ code: "invalid" });
    const asks = Array.from({ length: 61 }, () => () => search(mina, searchSchema.parse({ q: "hedge" })));
    for (const ask of asks.slice(0, 60)) await ask();
    await expect(asks[60]?.()).rejects.toMatchObject({ code: "rate-limited" });
  });
});

describe("a search in Japanese and Chinese", () => {
  const japanese = [
    "日米同盟は非対称である。見捨てられる恐怖と巻き込まれる恐怖の間で、日本は中国へのヘッジを選ぶ。",
    "同盟国の一方が去ることができ、他方ができないとき、交渉力は偏る。",
    "ﾊﾞﾗﾝｼﾝｸﾞとは、軍備を整えて対抗することだ。",
  ];
  const chinese = [
    "日本在中國與美國之間採取避險策略，而不是選邊站。",
    "同盟困境：既怕被拋棄，也怕被牽連。",
    "中国的崛起改变了联盟的成本。",
  ];

  it.each<[string, string[]]>([
    ["同盟", ["同盟", "同盟", "同盟"]],
    ["日米同盟", ["日米同盟"]],
    ["巻き込まれる恐怖", ["巻き込まれる恐怖"]],
    ["ヘッジ", ["ヘッジ"]],
    ["バランシング", ["ﾊﾞﾗﾝｼﾝｸﾞ"]],
    ["避險", ["避險"]],
    ["中國 美國", ["中國|美國"]],
    ["中国", ["中国", "中国"]],
    ["怕被", ["怕被|怕被"]],
    ["同盟 -困境", ["同盟", "同盟"]],
    ["拋棄 OR 崛起", ["拋棄", "崛起"]],
    // characters that stand there, but not side by side
    ["日同", []],
    ["米盟", []],
    // one character: wherever it is, also at the end of a run
    ["怖", ["怖|怖"]],
    ["險", ["險"]],
    ["站", ["站"]],
  ])("finds %s where these characters stand side by side", async (asked, words) => {
    await makeArticle(japanese, { title: "一", language: "ja" });
    await makeArticle(chinese, { title: "二", language: "zh-Hant" });
    expect(underlined(await answerTo(anonymous, asked, { in: "paragraph" })).sort()).toEqual([...words].sort());
  });

  it("mixes with English in one question and in one text", async () => {
    await makeArticle(["Tokyo calls it 両賭け (a dual hedge), and the US同盟 stays.", "両賭け alone"], { language: "en" });
    const found = async (q: string) => underlined(await answerTo(anonymous, q, { in: "paragraph" }));
    expect(await found("hedging 両賭け")).toEqual(["両賭け|hedge"]);
    expect(await found("US同盟")).toEqual(["US|同盟"]);
    expect(await found('"両賭け alone"')).toEqual(["両賭け|alone"]);
  });

  it("looks at the same characters in the browser and in the database", async () => {
    const rows = await database().$queryRaw<{ point: number }[]>`
      SELECT point FROM generate_series(1, 262143) AS point
      WHERE point NOT BETWEEN 55296 AND 57343 AND search_words(chr(point) || chr(point)) = ' ' || chr(point) || chr(point) || ' ' || chr(point) || ' '`;
    const pairs = new Set(rows.map(({ point }) => point));
    for (let point = 1; point < 0x40000; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const character = String.fromCodePoint(point);
      // What is another character in the form that is compared is not looked at as it is.
      if (character.normalize("NFKC") !== character || character.normalize("NFKD").normalize("NFKC") !== character) continue;
      if (pairs.has(point)) expect.soft(isUnspaced(character), `U+${point.toString(16)}`).toBe(true);
    }
    expect(pairs.size).toBeGreaterThan(80_000);
  });
});

describe("notes, claims, comments and titles", () => {
  it("are found each by its kind, with who wrote them and where they stand", async () => {
    const { slug, revisionId, articleId } = await makeArticle(["First words.", "Second, of quokkas."], {
      title: "The quokka question",
      comments: [{ commenter: "Handle", isAuthor: false, text: "No quokka was consulted.", answers: [] }],
    });
    const noteId = await note(mina, revisionId, "A quokka would differ.");
    const block = await database().block.findFirstOrThrow({ where: { revisionId, number: 2 } });
    await database().passage.create({
      data: {
        ...{ revisionId, blockId: block.id, start: block.start, end: block.start + 6, quote: "Second", prefix: "", suffix: "" },
        claim: { create: { number: 1, statement: "Quokkas matter." } },
      },
    });
    const result = await answerTo(chen, "quokkas");
    expect(result.total.hits).toBe(5);
    expect(result.hits.every(({ article }) => article.slug === slug)).toBe(true);
    const by = new Map(result.hits.map((hit) => [hit.kind, hit]));
    expect(by.get("article")).toMatchObject({ id: articleId, place: null, writer: null });
    expect(by.get("paragraph")).toMatchObject({ id: block.id, place: { anchor: "p2", paragraph: 2 } });
    expect(by.get("note")).toMatchObject({
      id: noteId,
      place: { paragraph: 1 },
      writer: { name: "Mina", isViewer: false, isAuthor: false },
    });
    expect(by.get("claim")).toMatchObject({ place: { anchor: "p2" }, found: ["Quokkas"] });
    expect(by.get("comment")).toMatchObject({ writer: { name: "Handle" }, place: null });
    expect((await answerTo(chen, "quokka", { in: "claim" })).hits.map(({ kind }) => kind)).toEqual(["claim"]);
    expect((await answerTo(chen, "quokka", { article: "elsewhere" })).total.hits).toBe(0);
    expect((await answerTo(chen, "quokka", { article: slug })).total.hits).toBe(5);
  });

  it("are found in their newest words only, and not while they are deleted", async () => {
    const { revisionId } = await makeArticle(["First words."]);
    const id = await note(mina, revisionId, "Wombats.");
    const tags = [{ frameworkId, stance: "supports" as const }];
    await editAnnotation(mina, { annotationId: id, version: 1, tags, note: "Numbats.", audience: "everyone" });
    expect([await totalOf(chen, "wombat"), await totalOf(chen, "numbat")]).toEqual([0, 1]);
    await removeAnnotation(mina, id);
    expect(await totalOf(mina, "numbat")).toBe(0);
    await restoreAnnotation(mina, id);
    expect(await totalOf(chen, "numbat")).toBe(1);
    const { version } = await database().annotation.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await editAnnotation(mina, { annotationId: id, version, tags, note: "", audience: "everyone" });
    expect(await totalOf(mina, "numbat")).toBe(0);
  });

  it("are the words of each block, whatever characters and line feeds there are, also when blocks come in several statements", async () => {
    const block = fc
      .array(fc.constantFrom("a", "b c", "\n", "🕰", "𠮷野家", "é", "同盟"), { minLength: 1, maxLength: 6 })
      .map((parts) => `x${parts.join("")}y`);
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 8 }), async (texts, cut) => {
        await database().article.deleteMany();
        const { revisionId } = await makeArticle(texts);
        const rows = await database().block.findMany({ where: { revisionId }, orderBy: { position: "asc" } });
        await database().block.deleteMany({ where: { revisionId } });
        for (const data of [rows.slice(0, cut), rows.slice(cut)]) await database().block.createMany({ data });
        const entries = await database().searchEntry.findMany({ where: { kind: "paragraph" }, select: { blockId: true, text: true } });
        const textOf = new Map(entries.map(({ blockId, text }) => [blockId, text]));
        expect(rows.map(({ id }) => textOf.get(id))).toEqual(texts);
      }),
      { numRuns: 30 },
    );
  });

  it("are looked for in the newest text of an article alone", async () => {
    const { articleId } = await makeArticle(["The old bilby sleeps.", "Nothing here."]);
    const admin = await makePerson("Admin", "admin");
    await revise(admin, articleId, ["The new bilby wakes.", "Nothing here."]);
    const { hits } = await answerTo(anonymous, "bilby");
    expect(hits.map(({ excerpt }) => excerpt.map(({ text }) => text).join(""))).toEqual(["The new bilby wakes."]);
  });
});

describe("a private note", () => {
  it("is found by its writer alone, and counted for nobody else", async () => {
    const { revisionId } = await makeArticle(["First words."]);
    await note(mina, revisionId, "Xanthippe 秘密の覚え書き", "onlyMe");
    await note(mina, revisionId, "Xanthippe in public");
    for (const q of ["Xanthippe", "秘密", "秘", "覚え書き or xanthippe"]) {
      const inPublic = q.toLowerCase().includes("xanthippe") ? 1 : 0;
      for (const viewer of [anonymous, chen]) {
        const { counts, total, hits } = await answerTo(viewer, q);
        expect({ q, notes: counts.note.hits, total: total.hits, shown: hits.length }).toEqual({
          ...{ q, notes: inPublic, total: inPublic, shown: inPublic },
        });
        expect(JSON.stringify(hits)).not.toContain("秘密");
      }
      expect(await totalOf(mina, q)).toBe(1 + inPublic);
    }
    expect((await answerTo(mina, "秘密")).hits[0]).toMatchObject({ isPrivate: true, writer: { isViewer: true } });
  });
});

describe("many hits", () => {
  it("are walked page by page without a gap or a repetition", async () => {
    await makeArticle(Array.from({ length: 45 }, (_, index) => `Paragraph ${index} about walruses.`));
    const pages = await Promise.all(["1", "2", "3"].map((page) => answerTo(anonymous, "walrus", { page })));
    expect(pages.map(({ hits, hasNext }) => [hits.length, hasNext])).toEqual([
      [20, true],
      [20, true],
      [5, false],
    ]);
    expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(45);
    expect(pages[2]?.total.hits).toBe(45);
  });

  it("are looked up in the index of their kind, in every script", async () => {
    await database().$executeRaw`
      INSERT INTO article (id, slug, title) SELECT gen_random_uuid(), 'filler-' || n, 'Filler ' || n || ' 充填の文 about ' || md5(n::text) FROM generate_series(1, 10000) AS n`;
    await makeArticle(["First words."], { title: "The walrus of 海象牙" });
    await database().$executeRaw`VACUUM ANALYZE search_entry`;
    const before = await scans();
    const asked = ["walrus", "海象", "牙", '"the walrus" 海象牙', "walrus or 海象牙"];
    for (const q of asked) expect((await answerTo(anonymous, q)).counts.article.hits, q).toBe(1);
    // PostgreSQL tells a little later what it did.
    await expect
      .poll(async () => (await scans()).byIndex - before.byIndex, { timeout: 30_000, interval: 500 })
      .toBeGreaterThanOrEqual(asked.length * 2);
    expect((await scans()).ofTable - before.ofTable).toBe(0);
  });
});

/** How often the table's rows were gone through one by one, and how often looked up by what they say. */
async function scans(): Promise<{ ofTable: number; byIndex: number }> {
  const [row] = await database().$queryRaw<{ ofTable: number; byIndex: number }[]>`
    SELECT t.seq_scan::int AS "ofTable", i.idx_scan::int AS "byIndex" FROM pg_stat_user_tables t JOIN pg_stat_user_indexes i USING (relid)
    WHERE i.indexrelname = 'search_entry_article_words_idx'`;
  if (!row) throw new Error("the index is not there");
  return row;
}

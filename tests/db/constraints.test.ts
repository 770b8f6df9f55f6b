import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { storeAnnotation } from "@/lib/annotations/commands";
import { database } from "@/lib/platform/db";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson } from "../fixtures/database";

/** The rules hold in the database itself: each case goes round the code, by SQL, and is refused. */
describe("the database refuses", () => {
  let revisionId: string;
  let articleId: string;
  let blockId: string;
  let annotationId: string;
  let frameworks: Record<string, string>;

  beforeEach(async () => {
    await emptyDatabase();
    const article = await makeArticle(["Two clocks 🕰️ run in Tokyo.", "両国の間で。"]);
    ({ revisionId, articleId } = article);
    blockId = (await database().block.findFirstOrThrow({ where: { revisionId, position: 0 }, select: { id: true } })).id;
    frameworks = await makeFrameworks({ Du: null, Ab: "Du", Ba: "Ab" });
    const reader = await makePerson("Reader");
    const input = { requestId: randomUUID(), revisionId, start: 0, end: 10, quote: "Two clocks", note: "", audience: "everyone" as const };
    annotationId = (await storeAnnotation(reader.personId, { ...input, tags: [tag("Du", "supports")] }, new Date())).id;
  });

  const tag = (sign: string, stance: "supports" | "contests") => ({ frameworkId: frameworks[sign] ?? "", stance });
  const passage = (start: number, end: number, quote: string) => database().$executeRaw`
    INSERT INTO passage (id, revision_id, block_id, start, "end", quote, prefix, suffix)
    VALUES (${randomUUID()}::uuid, ${revisionId}::uuid, ${blockId}::uuid, ${start}, ${end}, ${quote}, '', '')`;

  const cases: [what: string, attempt: () => Promise<unknown>, why: RegExp][] = [
    [
      "a change to a revision's text",
      () => database().$executeRaw`UPDATE revision SET text = 'other' WHERE id = ${revisionId}::uuid`,
      /immutable/,
    ],
    [
      "a length that is not the text's in UTF-16 code units",
      () => database().$executeRaw`INSERT INTO revision (id, article_id, number, text, length, text_hash)
        VALUES (${randomUUID()}::uuid, ${articleId}::uuid, 2, '🕰', 1, 'x')`,
      /revision_length_check/,
    ],
    ["a passage past the end of the text", () => passage(0, 999, "Two clocks"), /past the end/],
    ["a passage that quotes other words", () => passage(0, 10, "Two locks!"), /other words/],
    ["a passage that starts outside its block", () => passage(28, 30, "両国"), /does not start in its block|other words/],
    ["an empty passage", () => passage(4, 4, ""), /passage_span_check|other words/],
    [
      "the same framework twice on one annotation",
      () => database().$executeRaw`INSERT INTO framework_tag (annotation_id, framework_id, stance, position)
        VALUES (${annotationId}::uuid, ${frameworks.Du}::uuid, 'contests', 1)`,
      /framework_tag_pkey|23505/,
    ],
    [
      "an annotation without a framework tag",
      () => database().$executeRaw`DELETE FROM framework_tag WHERE annotation_id = ${annotationId}::uuid`,
      /at least one/,
    ],
    [
      "a framework broader than itself, round several corners",
      () => database().$executeRaw`INSERT INTO framework_broader VALUES (${frameworks.Du}::uuid, ${frameworks.Ba}::uuid)`,
      /broader than itself/,
    ],
    [
      "a second parent",
      () => database().$executeRaw`INSERT INTO framework_broader VALUES (${frameworks.Ba}::uuid, ${frameworks.Du}::uuid)`,
      /framework_broader_pkey|23505/,
    ],
    [
      "a second preferred label in one language",
      () =>
        database()
          .$executeRaw`INSERT INTO framework_label VALUES (${randomUUID()}::uuid, ${frameworks.Du}::uuid, 'preferred', 'en', 'Another')`,
      /framework_label_preferred_key|23505/,
    ],
    [
      "a hue outside the palette",
      () => database().$executeRaw`UPDATE framework SET hue = 13 WHERE id = ${frameworks.Du}::uuid`,
      /framework_hue_check/,
    ],
    [
      "formatting past the end of the text",
      () => database().$executeRaw`INSERT INTO format_range VALUES (${randomUUID()}::uuid, ${revisionId}::uuid, 'emphasis', 3, 999)`,
      /past the end/,
    ],
    [
      "a link that could run a script",
      () =>
        database()
          .$executeRaw`INSERT INTO format_range VALUES (${randomUUID()}::uuid, ${revisionId}::uuid, 'link', 0, 3, 'javascript:alert(1)')`,
      /format_range_href_check/,
    ],
    [
      "overlapping blocks",
      () => database().$executeRaw`INSERT INTO block (id, revision_id, position, kind, number, start, "end")
        VALUES (${randomUUID()}::uuid, ${revisionId}::uuid, 9, 'paragraph', 9, 3, 8)`,
      /overlap/,
    ],
  ];

  it.each(cases)("%s", async (_what, attempt, why) => {
    await expect(attempt()).rejects.toThrow(why);
  });

  it("two accounts with one address in different capitals", async () => {
    await database().person.create({ data: { displayName: "One", email: "one@hedgerow.example" } });
    await expect(database().person.create({ data: { displayName: "Two", email: "One@Hedgerow.example" } })).rejects.toThrow(/[Uu]nique/);
  });

  it("a comment by nobody, by two, or answering a later one", async () => {
    const thread = await database().thread.create({ data: { articleId, position: 0 }, select: { id: true } });
    const { personId } = await makePerson("Writer");
    const comment = { threadId: thread.id, position: 1, text: "A reply" };
    await expect(database().comment.create({ data: comment })).rejects.toThrow(/comment_writer_check/);
    await expect(database().comment.create({ data: { ...comment, personId, parentPosition: 1 } })).rejects.toThrow(/comment_parent_check/);
    await expect(database().comment.create({ data: { ...comment, personId, parentPosition: 0 } })).rejects.toThrow(/[Ff]oreign/);
  });
});

describe("of a passage in a later text, the database refuses", () => {
  let rootId: string;
  let laterId: string;
  let carriedId: string;

  beforeEach(async () => {
    await emptyDatabase();
    const { articleId, revisionId } = await makeArticle(["Two clocks 🕰️ run in Tokyo.", "両国の間で。"]);
    const block = await database().block.findFirstOrThrow({ where: { revisionId, position: 0 }, select: { id: true } });
    const words = { start: 4, end: 10, quote: "clocks", prefix: "", suffix: "" };
    rootId = (await database().passage.create({ data: { revisionId, blockId: block.id, ...words }, select: { id: true } })).id;
    const later = await database().revision.create({
      data: {
        ...{ articleId, number: 2, text: "Two clocks.\nTwo 🕰️ clocks.", length: 27, textHash: randomUUID() },
        blocks: { create: [{ position: 0, kind: "paragraph", number: 1, start: 0, end: 11 }] },
      },
      select: { id: true, blocks: { select: { id: true } } },
    });
    laterId = later.id;
    const carried = { revisionId: laterId, blockId: later.blocks[0]?.id ?? "", rootId, ...words };
    carriedId = (await database().passage.create({ data: carried, select: { id: true } })).id;
  });

  type Columns = {
    verdict?: string;
    score?: number | null;
    why?: string | null;
    candidates?: string | null;
    decision?: string | null;
    passage?: string | null;
  };
  const placement = ({ verdict = "lost", score = null, why = "removed", candidates = null, decision = null, passage = null }: Columns) =>
    database().$executeRaw`
      INSERT INTO placement (root_id, revision_id, from_passage_id, verdict, score, why, candidates, decision, decided_at, passage_id)
      VALUES (${rootId}::uuid, ${laterId}::uuid, ${rootId}::uuid, ${verdict}::placement_verdict, ${score}::float8, ${why}, ${candidates}::jsonb,
        ${decision}::placement_decision, CASE WHEN ${decision}::text IS NULL THEN NULL ELSE now() END, ${passage}::uuid)`;
  const somewhere = '[{"start": 4, "end": 10, "score": 0.5}]';

  it("nothing of a placement that is whole", async () => {
    const whole: (() => Columns)[] = [
      () => ({ verdict: "exact", why: null, passage: carriedId }),
      () => ({ verdict: "moved", why: "relocated", score: 0.9, passage: carriedId }),
      () => ({ verdict: "review", why: "much-changed", candidates: somewhere }),
      () => ({ verdict: "review", why: "much-changed", candidates: somewhere, decision: "accepted", passage: carriedId }),
      () => ({ decision: "reanchored", passage: carriedId }),
      () => ({ decision: "left" }),
      () => ({}),
    ];
    for (const columns of whole) {
      await database().placement.deleteMany();
      await expect(placement(columns())).resolves.toBe(1);
    }
  });

  const cases: [what: string, columns: () => Columns, why: RegExp][] = [
    ["one that is exact and stands nowhere", () => ({ verdict: "exact", why: null }), /placement_verdict_check/],
    ["one that moved for no reason", () => ({ verdict: "moved", why: null, score: 0.9, passage: carriedId }), /placement_verdict_check/],
    ["one that moved without a score", () => ({ verdict: "moved", why: "relocated", passage: carriedId }), /placement_verdict_check/],
    ["a score beyond one", () => ({ verdict: "moved", why: "relocated", score: 1.5, passage: carriedId }), /placement_verdict_check/],
    ["a review of no candidates", () => ({ verdict: "review", why: "much-changed", candidates: "[]" }), /placement_verdict_check/],
    ["a lost one of which a candidate was accepted", () => ({ decision: "accepted", passage: carriedId }), /placement_verdict_check/],
    ["one that waits and has a place", () => ({ passage: carriedId }), /placement_passage_check/],
    ["one that was placed and has none", () => ({ decision: "reanchored" }), /placement_passage_check/],
    ["one that was left and has a place", () => ({ decision: "left", passage: carriedId }), /placement_passage_check/],
    ["the place of another root", () => ({ decision: "reanchored", passage: rootId }), /[Ff]oreign/],
  ];
  it.each(cases)("%s", async (_what, columns, why) => {
    await expect(placement(columns())).rejects.toThrow(why);
  });

  it("a second place of one root in one text", async () => {
    const { blockId } = await database().passage.findUniqueOrThrow({ where: { id: carriedId } });
    const again = { revisionId: laterId, blockId, rootId, start: 0, end: 3, quote: "Two", prefix: "", suffix: "" };
    await expect(database().passage.create({ data: again })).rejects.toThrow(/[Uu]nique/);
  });

  it("a placement that leads back", async () => {
    const back = { rootId, revisionId: laterId, fromPassageId: carriedId, verdict: "lost" as const, why: "removed" };
    await expect(database().placement.create({ data: back })).rejects.toThrow(/later revision/);
  });

  it("an annotation or a claim about what was carried", async () => {
    await expect(database().claim.create({ data: { passageId: carriedId, number: 1, statement: "So." } })).rejects.toThrow(/not carried/);
  });

  it("other words than stand there, on any line, beyond any character", async () => {
    const { blockId } = await database().passage.findUniqueOrThrow({ where: { id: carriedId } });
    const many = (quotes: [number, number, string][]) =>
      database().passage.createMany({
        data: quotes.map(([start, end, quote]) => ({ revisionId: laterId, blockId, start, end, quote, prefix: "", suffix: "" })),
      });
    await expect(
      many([
        [0, 3, "Two"],
        [4, 15, "clocks.\nTwo"],
        [9, 26, "s.\nTwo 🕰️ clocks"],
      ]),
    ).resolves.toEqual({ count: 3 });
    await expect(
      many([
        [0, 3, "Two"],
        [4, 15, "clocks.\nOne"],
      ]),
    ).rejects.toThrow(/other words/);
    await expect(many([[9, 26, "s.\nTwo 🕰️ clockz"]])).rejects.toThrow(/other words/);
    await expect(many([[9, 28, "s.\nTwo 🕰️ clocks.."]])).rejects.toThrow(/past the end/);
  });
});

describe("utf16_slice", () => {
  it.each([
    ["plain", 1, 3],
    ["a🕰️b日本", 1, 3],
    ["a🕰️b日本", 3, 7],
    ["é̂👩‍🚀 末", 0, 7],
  ])("cuts %j [%i, %i) as JavaScript does", async (text, start, end) => {
    const [row] = await database().$queryRaw<{ cut: string; length: number }[]>`
      SELECT utf16_slice(${text}, ${start}::int, ${end}::int) AS cut, utf16_length(${text}) AS length`;
    expect(row).toEqual({ cut: text.slice(start, end), length: text.length });
  });
});

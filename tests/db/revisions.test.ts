import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Span } from "@/lib/anchoring/span";
import type { Verdict } from "@/lib/anchoring/verdict";
import { removeAnnotation, restoreAnnotation } from "@/lib/annotations/commands";
import { findAnnotationPlace } from "@/lib/annotations/queries";
import { getLibraryPage, getReadingPage } from "@/lib/articles/queries";
import { storeClaims } from "@/lib/claims/commands";
import { getFrameworkPage } from "@/lib/frameworks/queries";
import { database, transact } from "@/lib/platform/db";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import { createRevision } from "@/lib/revisions/commands";
import { foreseeRevision, getComparisonPage, getHistoryPage } from "@/lib/revisions/queries";
import { draftOf, emptyDatabase, linkAuthor, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";
import { annotate, newestOf, revise } from "../fixtures/revisions";

/** What carrying answers here, by the words of the passage; other words are found where they stand, or lost. How the real one judges is its own tests' matter. */
const answers = new Map<string, (to: string) => Verdict>();
vi.mock("@/lib/anchoring/carry", () => ({
  carry: (from: string, to: string, passages: readonly Span[]) =>
    passages.map(({ start, end }): Verdict => {
      const quote = from.slice(start, end);
      const found = at(to, quote);
      return answers.get(quote)?.(to) ?? (found.start < 0 ? { kind: "lost", why: "not-found" } : { kind: "exact", ...found });
    }),
}));

const at = (to: string, quote: string) => ({ start: to.indexOf(quote), end: to.indexOf(quote) + quote.length });
const first = ["Tokyo keeps two clocks.", "It winds both every day.", "The coast guard counts fishing boats."];
const second = ["Tokyo keeps two clocks.", "The coast guard counts every fishing boat.", "Nobody asked why."];

let articleId: string;
let slug: string;
let revisionId: string;
let framework: string;
let curator: SignedInViewer;
let mina: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  answers.clear();
  ({ articleId, slug, revisionId } = await makeArticle(first));
  framework = (await makeFrameworks({ Du: null })).Du ?? "";
  curator = await makePerson("Ravi", "curator");
  mina = await makePerson("Mina");
});

describe("a new text", () => {
  it("carries every passage and claim with a verdict, and shows each where it stands", async () => {
    answers.set("counts fishing boats", (to) => ({
      kind: "moved",
      score: 0.8,
      why: "words-changed",
      ...at(to, "counts every fishing boat"),
    }));
    answers.set("winds both", (to) => ({ kind: "review", why: "much-changed", candidates: [{ ...at(to, "asked why"), score: 0.4 }] }));
    answers.set("every day", () => ({ kind: "lost", why: "removed" }));
    const exact = await annotate(mina, revisionId, "two clocks", framework);
    const moved = await annotate(mina, revisionId, "counts fishing boats", framework);
    const review = await annotate(mina, revisionId, "winds both", framework);
    const lost = await annotate(mina, revisionId, "every day", framework);
    await storeClaims(revisionId, [{ number: 1, statement: "There are two.", start: 12, end: 22 }], new Date());

    expect(await revise(curator, articleId, second)).toEqual({ slug, number: 2 });
    const page = await getReadingPage(mina, slug);
    expect(page.revision.number).toBe(2);
    expect(
      page.annotations.map(({ id, start, end, blockIndex, state }) => ({
        id,
        quote: page.revision.text.slice(start, end),
        blockIndex,
        state,
      })),
    ).toEqual([
      { id: exact.id, quote: "two clocks", blockIndex: 0, state: null },
      {
        id: moved.id,
        quote: "counts every fishing boat",
        blockIndex: 1,
        state: { kind: "moved", why: "words-changed", from: { revision: 1, paragraph: 3 } },
      },
    ]);
    expect(page.claims).toMatchObject([{ number: 1, start: 12, end: 22 }]);
    expect(page.orphans.map(({ annotationId, quote, state, from, canPlace }) => ({ annotationId, quote, state, from, canPlace }))).toEqual([
      {
        ...{ annotationId: review.id, quote: "winds both", from: { revision: 1, paragraph: 2 }, canPlace: true },
        state: { kind: "review", why: "much-changed" },
      },
      {
        ...{ annotationId: lost.id, quote: "every day", from: { revision: 1, paragraph: 2 }, canPlace: true },
        state: { kind: "lost", why: "removed" },
      },
    ]);
    expect(page.toReview).toBe(2);

    const old = await getReadingPage(anonymous, slug, 1);
    expect(old.annotations.map(({ id, state }) => [id, state])).toEqual([exact, review, lost, moved].map(({ id }) => [id, null]));
    expect(old.newest.number).toBe(2);
    expect(old.toReview).toBe(0);
    await expect(getReadingPage(anonymous, slug, 3)).rejects.toMatchObject({ code: "not-found" });
  });

  it("counts an annotation once, and its address leads to the newest text in which it stands", async () => {
    const kept = await annotate(mina, revisionId, "two clocks", framework);
    const lost = await annotate(mina, revisionId, "winds both", framework);
    await revise(curator, articleId, second);
    const again = await annotate(curator, (await newestOf(articleId)).id, "two clocks", framework);
    expect(await findAnnotationPlace(anonymous, kept.id)).toEqual({ articleSlug: slug, revision: null });
    expect(await findAnnotationPlace(anonymous, lost.id)).toEqual({ articleSlug: slug, revision: 1 });
    expect((await getLibraryPage(anonymous)).entries[0]?.tags).toEqual({ supports: 2, contests: 0 });
    const { slug: frameworkSlug } = await database().framework.findUniqueOrThrow({ where: { id: framework } });
    const page = await getFrameworkPage(anonymous, frameworkSlug);
    // the two on one sentence are one passage, although they were made on two texts
    expect(page.framework.totals).toEqual({ supports: 3, contests: 0, passages: 2, articles: 1 });
    expect(page.passages.map(({ annotationId }) => annotationId).sort()).toEqual([kept, lost, again].map(({ id }) => id).sort());
  });

  it("carries what was deleted, so that it can be undone, and asks nobody about it", async () => {
    const kept = await annotate(mina, revisionId, "two clocks", framework);
    const lost = await annotate(mina, revisionId, "winds both", framework);
    await removeAnnotation(mina, kept.id);
    await removeAnnotation(mina, lost.id);
    await revise(curator, articleId, second);
    const page = await getReadingPage(mina, slug);
    expect([page.annotations, page.orphans, page.toReview]).toEqual([[], [], 0]);
    await restoreAnnotation(mina, kept.id);
    await restoreAnnotation(mina, lost.id);
    const restored = await getReadingPage(mina, slug);
    expect(restored.annotations.map(({ id }) => id)).toEqual([kept.id]);
    expect(restored.orphans.map(({ annotationId }) => annotationId)).toEqual([lost.id]);
    expect(restored.toReview).toBe(1);
  });

  it("is carried to from the newest text in which a passage stands", async () => {
    const { rootId } = await annotate(mina, revisionId, "winds both", framework);
    await revise(curator, articleId, second);
    await revise(curator, articleId, ["It winds both every day.", "And more."]);
    expect(
      await database().placement.findMany({
        where: { rootId },
        select: { verdict: true, from: { select: { revision: { select: { number: true } } } } },
        orderBy: { revision: { number: "asc" } },
      }),
    ).toEqual([
      { verdict: "lost", from: { revision: { number: 1 } } },
      { verdict: "exact", from: { revision: { number: 1 } } },
    ]);
    expect((await getReadingPage(anonymous, slug)).annotations).toHaveLength(1);
  });

  it("takes the draft's title and names, and never loses the person behind a name", async () => {
    const author = await makePerson("A. Writer");
    await linkAuthor(articleId, author);
    const base = { articleId, baseRevisionId: revisionId };
    const without = { ...base, draft: draftOf(second, { authors: ["Somebody Else"] }) };
    await expect(createRevision(author, without)).rejects.toMatchObject({ code: "invalid", field: "authors" });
    expect(await database().revision.count()).toBe(1);
    await createRevision(author, { ...base, draft: draftOf(second, { title: "Another title", authors: ["B. Second", "a. writer"] }) });
    expect((await getReadingPage(anonymous, slug)).article).toMatchObject({ title: "Another title", authors: ["B. Second", "a. writer"] });
    expect(await database().byline.findMany({ where: { personId: author.personId }, select: { position: true } })).toEqual([
      { position: 1 },
    ]);
  });

  it("keeps the comments that came with the article", async () => {
    const comments = [{ commenter: "Handle", isAuthor: false, text: "Trade!", answers: [] }];
    const other = await makeArticle(["One."], { comments });
    await createRevision(curator, { articleId: other.articleId, baseRevisionId: other.revisionId, draft: draftOf(["Two."]) });
    expect((await getReadingPage(anonymous, other.slug)).threads).toMatchObject([{ comments: [{ text: "Trade!" }] }]);
  });

  it("is refused when it is here already, here or as another article, and on a base that is not the newest", async () => {
    await makeArticle(["Elsewhere."]);
    await expect(revise(curator, articleId, first)).rejects.toMatchObject({ code: "conflict" });
    await expect(revise(curator, articleId, ["Elsewhere."])).rejects.toMatchObject({ code: "conflict" });
    await revise(curator, articleId, second);
    await expect(revise(curator, articleId, ["Third."], revisionId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("uploaded a newer text meanwhile"),
    });
    expect(await database().revision.count({ where: { articleId } })).toBe(2);
  });

  it("by two at once is stored by one, and the other is told", async () => {
    const results = await Promise.allSettled([
      revise(curator, articleId, ["One of two."], revisionId),
      revise(await makePerson("Ingrid", "admin"), articleId, ["Two of two."], revisionId),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    expect((await newestOf(articleId)).number).toBe(2);
  });
});

describe("who may bring in a new text", () => {
  it.each<[string, boolean]>([
    ["anonymous", false],
    ["reader", false],
    ["uploader", true],
    ["author", true],
    ["curator", true],
    ["admin", true],
  ])("%s: %s", async (who, may) => {
    const people = { uploader: mina, author: await makePerson("Author"), curator, admin: await makePerson("Admin", "admin") };
    await database().article.update({ where: { id: articleId }, data: { createdById: mina.personId } });
    await linkAuthor(articleId, people.author);
    const viewer = { ...people, anonymous, reader: await makePerson("Reader") }[who] ?? anonymous;
    expect((await getReadingPage(viewer, slug)).can.revise).toBe(may);
    const result = createRevision(viewer, {
      articleId,
      baseRevisionId: revisionId,
      draft: draftOf(second, { authors: ["A. Writer"] }),
    });
    if (may) await expect(result).resolves.toMatchObject({ number: 2 });
    else await expect(result).rejects.toMatchObject({ code: who === "anonymous" ? "unauthenticated" : "not-found" });
  });
});

describe("an annotation made on an older text", () => {
  it("stands there, and is carried to every newer one at once", async () => {
    await revise(curator, articleId, second);
    await revise(curator, articleId, [...second, "And a fourth."]);
    const { id } = await annotate(mina, revisionId, "two clocks", framework);
    const { id: orphan } = await annotate(mina, revisionId, "winds both", framework);
    for (const number of [1, 2, 3]) {
      const { annotations } = await getReadingPage(anonymous, slug, number);
      expect(annotations.map((annotation) => annotation.id)).toEqual(number === 1 ? [id, orphan] : [id]);
    }
    expect((await getReadingPage(anonymous, slug)).orphans).toMatchObject([{ annotationId: orphan, from: { revision: 1 } }]);
  });

  it("that is being stored is waited for by the new text", async () => {
    const block = await database().block.findFirstOrThrow({ where: { revisionId, position: 0 }, select: { id: true } });
    let revising: Promise<unknown> = Promise.resolve();
    const isWaiting = async () => {
      const [row] = await database().$queryRaw<{ waiting: number }[]>`SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`;
      return (row?.waiting ?? 0) > 0;
    };
    await transact(async (transaction) => {
      const words = { start: 12, end: 22, quote: "two clocks", prefix: "", suffix: "" };
      const passage = await transaction.passage.create({ data: { revisionId, blockId: block.id, ...words }, select: { id: true } });
      await transaction.annotation.create({
        data: {
          ...{ articleId, passageId: passage.id, personId: mina.personId, requestId: randomUUID() },
          tags: { create: { frameworkId: framework, stance: "supports", position: 0 } },
        },
      });
      revising = revise(curator, articleId, second);
      await Promise.race([revising, vi.waitUntil(isWaiting, { timeout: 30_000 })]);
    });
    await revising;
    expect((await getReadingPage(anonymous, slug)).annotations).toMatchObject([{ start: 12, end: 22 }]);
  });

  it("is carried whichever comes first, it or the new text", async () => {
    for (let round = 0; round < 5; round++) {
      const article = await makeArticle([`Round ${round} keeps two clocks.`]);
      const [, { id }] = await Promise.all([
        revise(curator, article.articleId, [`Round ${round} keeps two clocks.`, "And winds them."]),
        annotate(mina, article.revisionId, "two clocks", framework),
      ]);
      for (const number of [1, 2]) {
        expect((await getReadingPage(anonymous, article.slug, number)).annotations.map((annotation) => annotation.id)).toEqual([id]);
      }
    }
  });
});

describe("what became of the annotations", () => {
  beforeEach(async () => {
    answers.set("counts fishing boats", (to) => ({
      kind: "moved",
      score: 0.8,
      why: "words-changed",
      ...at(to, "counts every fishing boat"),
    }));
    await annotate(mina, revisionId, "two clocks", framework);
    await annotate(mina, revisionId, "counts fishing boats", framework);
    await annotate(mina, revisionId, "winds both", framework);
    await annotate(mina, revisionId, "every day", framework, "onlyMe");
    await storeClaims(revisionId, [{ number: 1, statement: "It winds.", start: 24, end: 32 }], new Date());
  });

  it("is foreseen before anything is stored, by those who may revise", async () => {
    const foreseen = { exact: 1, moved: 1, review: 0, lost: 2 };
    expect(await foreseeRevision(curator, articleId, draftOf(second))).toEqual(foreseen);
    await expect(foreseeRevision(mina, articleId, draftOf(second))).rejects.toMatchObject({ code: "not-found" });
    expect(await database().revision.count()).toBe(1);
    expect(await database().placement.count()).toBe(0);
  });

  it("is counted in the history, and in it only what the viewer may see", async () => {
    await revise(curator, articleId, second);
    const verdicts = async (viewer: Viewer) => (await getHistoryPage(viewer, slug)).entries.map((entry) => entry.verdicts);
    expect(await verdicts(anonymous)).toEqual([{ exact: 1, moved: 1, review: 0, lost: 2, decided: 0 }, null]);
    expect(await verdicts(mina)).toEqual([{ exact: 1, moved: 1, review: 0, lost: 3, decided: 0 }, null]);
    expect((await getHistoryPage(anonymous, slug)).entries[0]).toMatchObject({ number: 2, by: "Ravi", paragraphs: 3 });
  });

  it("is told where two texts are compared, over the ones between them too", async () => {
    await revise(curator, articleId, second);
    await revise(curator, articleId, [...second, "It winds both of them."]);
    const fates = async (viewer: Viewer, from: number, to: number) => {
      const page = await getComparisonPage(viewer, slug, from, to);
      return { counts: page.counts, fates: page.fates.map(({ verdict, quote, newQuote, claim }) => ({ verdict, quote, newQuote, claim })) };
    };
    const moved = { verdict: "moved", quote: "counts fishing boats", newQuote: "counts every fishing boat", claim: null };
    expect(await fates(anonymous, 1, 2)).toEqual({
      counts: { exact: 1, moved: 1, review: 0, lost: 2 },
      fates: [
        { verdict: "lost", quote: "It winds", newQuote: null, claim: 1 },
        { verdict: "lost", quote: "winds both", newQuote: null, claim: null },
        moved,
      ],
    });
    // what was lost in the second text is back in the third; what moved on the way has moved
    expect(await fates(anonymous, 1, 3)).toEqual({ counts: { exact: 3, moved: 1, review: 0, lost: 0 }, fates: [moved] });
    expect((await fates(mina, 1, 3)).counts.lost).toBe(1);
    await expect(getComparisonPage(anonymous, slug, 2, 1)).rejects.toMatchObject({ code: "not-found" });
    await expect(getComparisonPage(anonymous, slug, 1, 9)).rejects.toMatchObject({ code: "not-found" });
  });
});

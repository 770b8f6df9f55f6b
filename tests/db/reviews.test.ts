import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Span } from "@/lib/anchoring/span";
import type { Verdict } from "@/lib/anchoring/verdict";
import { removeAnnotation } from "@/lib/annotations/commands";
import { getReadingPage } from "@/lib/articles/queries";
import { storeClaims } from "@/lib/claims/commands";
import { countToReview } from "@/lib/placements/queries";
import { database } from "@/lib/platform/db";
import { canPlace, rootsToPlaceBy } from "@/lib/policy/placement";
import { anonymous } from "@/lib/policy/viewer";
import { decide } from "@/lib/reviews/commands";
import { getReviewPage } from "@/lib/reviews/queries";
import type { Decision } from "@/lib/reviews/schema";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";
import { annotate, newestOf, revise } from "../fixtures/revisions";

/** Two words of the old text are to be looked at in the new one, all others are lost or found where they stand. */
vi.mock("@/lib/anchoring/carry", () => ({
  carry: (from: string, to: string, passages: readonly Span[]) =>
    passages.map(({ start, end }): Verdict => {
      const quote = from.slice(start, end);
      const found = at(to, quote);
      if (quote === "two clocks") return { kind: "review", why: "much-changed", candidates: [{ ...at(to, "both clocks"), score: 0.5 }] };
      if (quote === "keeps two") return { kind: "moved", score: 0.6, why: "words-changed", ...at(to, "winds both") };
      return found.start < 0 ? { kind: "lost", why: "removed" } : { kind: "exact", ...found };
    }),
}));

const at = (to: string, quote: string) => ({ start: to.indexOf(quote), end: to.indexOf(quote) + quote.length });
const second = ["Tokyo winds both clocks.", "And more."];

let articleId: string;
let slug: string;
let firstId: string;
let newId: string;
let framework: string;
let mina: SignedInViewer;
let curator: SignedInViewer;
let stranger: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  ({ articleId, slug, revisionId: firstId } = await makeArticle(["Tokyo keeps two clocks.", "One it hides."]));
  framework = (await makeFrameworks({ Du: null })).Du ?? "";
  mina = await makePerson("Mina");
  curator = await makePerson("Ravi", "curator");
  stranger = await makePerson("Stranger");
});

/** The second text is here, and an annotation waits in it. */
async function waiting(quote: "two clocks" | "One it hides", audience: "everyone" | "onlyMe" = "everyone") {
  const { id, rootId } = await annotate(mina, firstId, quote, framework, audience);
  await revise(curator, articleId, second);
  newId = (await newestOf(articleId)).id;
  return {
    id,
    rootId,
    say: (viewer: SignedInViewer, decision: Decision, version = 1) => decide(viewer, { rootId, revisionId: newId, version, decision }),
  };
}
const candidate = () => ({ kind: "accept" as const, ...at(second.join("\n"), "both clocks") });
const more = { kind: "reanchor" as const, ...at(second.join("\n"), "And more"), quote: "And more" };

describe("a passage that waits for a decision", () => {
  it("stands where a candidate is accepted, with who said so, and waits no more", async () => {
    const { id, say } = await waiting("two clocks");
    expect(await countToReview(mina, newId)).toBe(1);
    expect(await say(mina, candidate())).toEqual({ version: 2 });
    const page = await getReadingPage(anonymous, slug);
    expect(page.annotations).toMatchObject([
      {
        id,
        ...at(second.join("\n"), "both clocks"),
        state: { kind: "placed", decision: "accepted", by: "Mina", from: { revision: 1, paragraph: 1 } },
      },
    ]);
    expect(page.orphans).toEqual([]);
    expect(await countToReview(mina, newId)).toBe(0);
    expect(await getReviewPage(mina, slug)).toMatchObject({ total: 1, decidedCount: 1, items: [{ decided: { decision: "accepted" } }] });
  });

  it("stands at words that a person selected", async () => {
    const { say } = await waiting("One it hides");
    await say(curator, more);
    expect((await getReadingPage(anonymous, slug)).annotations).toMatchObject([
      { ...at(second.join("\n"), "And more"), blockIndex: 1, state: { kind: "placed", decision: "reanchored", by: "Ravi" } },
    ]);
  });

  it("is one that was carried elsewhere too, when its maker says where it belongs; the way back is open", async () => {
    const { id, rootId } = await annotate(mina, firstId, "keeps two", framework, "everyone");
    await revise(curator, articleId, second);
    const revisionId = (await newestOf(articleId)).id;
    const carried = await database().placement.findUniqueOrThrow({ where: { rootId_revisionId: { rootId, revisionId } } });
    expect(carried.verdict).toBe("moved");
    const [before] = (await getReadingPage(anonymous, slug)).annotations;
    expect(await getReviewPage(mina, slug, { doubted: id })).toMatchObject({
      items: [{ state: { kind: "moved" }, candidates: [{ start: before?.start, end: before?.end }] }],
    });
    await expect(decide(stranger, { rootId, revisionId, version: 1, decision: more })).rejects.toMatchObject({ code: "not-found" });
    await decide(mina, { rootId, revisionId, version: 1, decision: more });
    expect((await getReadingPage(anonymous, slug)).annotations).toMatchObject([
      { id, ...at(second.join("\n"), "And more"), state: { kind: "placed", decision: "reanchored", by: "Mina" } },
    ]);
    await decide(mina, { rootId, revisionId, version: 2, decision: { kind: "undo" } });
    const { items } = await getReviewPage(mina, slug);
    expect(items).toMatchObject([{ state: { kind: "review", why: "doubted" }, candidates: [{ start: before?.start, end: before?.end }] }]);
    await decide(mina, { rootId, revisionId, version: 3, decision: { kind: "accept", start: before?.start ?? 0, end: before?.end ?? 0 } });
    expect((await getReadingPage(anonymous, slug)).annotations).toMatchObject([{ id, start: before?.start, end: before?.end }]);
  });

  it("that is left stays readable on the older text, also when a third comes", async () => {
    const { id, say } = await waiting("One it hides");
    await say(mina, { kind: "leave" });
    expect((await getReadingPage(mina, slug)).orphans).toMatchObject([{ annotationId: id, state: { kind: "left", by: "Mina" } }]);
    expect((await getReadingPage(mina, slug, 1)).annotations).toMatchObject([{ id }]);
    // its words are back, but somebody said that it stays where it is
    await revise(curator, articleId, [...second, "One it hides."]);
    const third = await getReadingPage(mina, slug);
    expect([third.annotations, third.toReview]).toEqual([[], 0]);
    expect(third.orphans).toMatchObject([{ annotationId: id, state: { kind: "left", by: "Mina" }, from: { revision: 1 } }]);
  });

  it("waits again when the decision is taken back, whatever it was", async () => {
    const { say } = await waiting("two clocks");
    let version = 1;
    for (const decision of [candidate(), more, { kind: "leave" } as const]) {
      ({ version } = await say(mina, decision, version));
      ({ version } = await say(mina, { kind: "undo" }, version));
      const page = await getReadingPage(mina, slug);
      expect([page.annotations.length, page.orphans[0]?.state.kind, page.toReview]).toEqual([0, "review", 1]);
    }
    expect(await database().passage.count()).toBe(1);
  });

  it("is decided by one of two, and the second is told who was first", async () => {
    const { say } = await waiting("two clocks");
    const results = await Promise.allSettled([say(mina, candidate()), say(curator, { kind: "leave" })]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "conflict", message: expect.stringMatching(/^(Mina|Ravi) decided/) });
  });

  it("is not decided on a text that is no longer the newest", async () => {
    const { say } = await waiting("two clocks");
    await revise(curator, articleId, [...second, "A third text."]);
    await expect(say(mina, candidate())).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("newer text") });
  });

  it.each<[string, Decision]>([
    ["a place that was not found", { kind: "accept", start: 0, end: 5 }],
    ["other words than stand there", { ...more, quote: "And less" }],
    ["a place past the end", { ...more, end: 9999 }],
    ["a place that begins between paragraphs", { kind: "reanchor", start: 24, end: 28, quote: "\nAnd" }],
  ])("is not put at %s", async (_what, decision) => {
    const { say } = await waiting("two clocks");
    await expect(say(mina, decision)).rejects.toMatchObject({ code: "invalid" });
    expect(await countToReview(mina, newId)).toBe(1);
  });

  it("waits for nobody once its maker has deleted it", async () => {
    const { id, say } = await waiting("two clocks");
    await removeAnnotation(mina, id);
    await expect(say(mina, candidate())).rejects.toMatchObject({ code: "not-found" });
    expect(await countToReview(curator, newId)).toBe(0);
  });

  it("is nobody else's business", async () => {
    const { say } = await waiting("two clocks", "onlyMe");
    await expect(say(stranger, candidate())).rejects.toMatchObject({ code: "not-found" });
    await expect(say(curator, candidate())).rejects.toMatchObject({ code: "not-found" });
    expect(await getReviewPage(curator, slug)).toMatchObject({ total: 0, items: [] });
    await expect(getReviewPage(anonymous, slug)).rejects.toMatchObject({ code: "unauthenticated" });
    await say(mina, candidate());
  });

  it("does not wait when it was found word for word", async () => {
    const { rootId } = await annotate(mina, firstId, "Tokyo", framework);
    await revise(curator, articleId, second);
    const input = { rootId, revisionId: (await newestOf(articleId)).id, version: 1, decision: { kind: "leave" } as const };
    await expect(decide(mina, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(decide(mina, { ...input, rootId: randomUUID() })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a claim", () => {
  it("is carried and placed by curators, and keeps its number", async () => {
    await storeClaims(firstId, [{ number: 7, statement: "There are two.", start: 12, end: 22 }], new Date());
    await revise(curator, articleId, second);
    newId = (await newestOf(articleId)).id;
    expect((await getReadingPage(anonymous, slug)).claims).toEqual([]);
    const { items } = await getReviewPage(curator, slug);
    expect(items).toMatchObject([{ subject: { kind: "claim", number: 7 }, old: { paragraph: 1, words: "two clocks" } }]);
    await decide(curator, { rootId: items[0]?.rootId ?? "", revisionId: newId, version: 1, decision: candidate() });
    expect((await getReadingPage(anonymous, slug)).claims).toMatchObject([{ number: 7, start: 12, end: 23 }]);
  });
});

it("what a queue shows and what the rule allows are the same passages for every viewer", async () => {
  await annotate(mina, firstId, "two clocks", framework);
  await annotate(mina, firstId, "two clocks", framework, "onlyMe");
  const gone = await annotate(mina, firstId, "two clocks", framework);
  await removeAnnotation(mina, gone.id);
  await annotate(stranger, firstId, "One it hides", framework);
  await storeClaims(firstId, [{ number: 1, statement: "There are two.", start: 12, end: 22 }], new Date());
  const roots = await database().passage.findMany({
    select: {
      id: true,
      annotation: { select: { personId: true, audience: true, deletedAt: true } },
      claim: { select: { createdById: true } },
    },
  });
  expect(roots).toHaveLength(5);
  for (const viewer of [anonymous, mina, curator, stranger, await makePerson("Ingrid", "admin")]) {
    const listed = await database().passage.findMany({ where: rootsToPlaceBy(viewer), select: { id: true } });
    const allowed = roots.filter(({ annotation, claim }) =>
      canPlace(viewer, {
        makerId: annotation?.personId ?? claim?.createdById ?? null,
        audience: annotation?.audience ?? "everyone",
        isDeleted: annotation ? annotation.deletedAt !== null : false,
      }),
    );
    expect(listed.map(({ id }) => id).sort()).toEqual(allowed.map(({ id }) => id).sort());
  }
});

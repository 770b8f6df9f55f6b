import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { removeAnnotation } from "@/lib/annotations/commands";
import { changeMany } from "@/lib/changes/commands";
import { raiseCritique, takeStep } from "@/lib/critiques/commands";
import { rules } from "@/lib/critiques/life";
import { listAnswers, listCritiques } from "@/lib/critiques/queries";
import { database } from "@/lib/platform/db";
import { anonymous } from "@/lib/policy/viewer";
import { removeComment, reply } from "@/lib/threads/commands";
import { annotate, makeAuthor, raise, step } from "../fixtures/critiques";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

let articleId: string;
let slug: string;
let revisionId: string;
let framework: string;
let critic: SignedInViewer;
let author: SignedInViewer;
let stranger: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  ({ articleId, slug, revisionId } = await makeArticle(["Tokyo keeps two clocks.", "It winds 両方 every day."]));
  framework = (await makeFrameworks({ Du: null })).Du ?? "";
  critic = await makePerson("Mina");
  author = await makePerson("A. Writer");
  stranger = await makePerson("陳郁婷");
  await makeAuthor(articleId, author);
});

const only = async () => {
  const [critique, ...others] = await listCritiques(anonymous, slug);
  expect(others).toEqual([]);
  return critique;
};

describe("the table of steps", () => {
  it("is the same in the database as in the code", async () => {
    const rows = await database().critiqueRule.findMany();
    const said = (rule: { kind: string; actor: string; fromState: string; toState: string }) =>
      `${rule.actor} ${rule.kind}: ${rule.fromState} → ${rule.toState}`;
    const inCode = rules.flatMap(({ from, to, ...rule }) => (from === null ? [] : [{ ...rule, fromState: from, toState: to }]));
    expect(rows.map(said).sort()).toEqual(inCode.map(said).sort());
  });
});

describe("a critique", () => {
  it("goes from the critic to the author and back, and keeps who moved, when and with which words", async () => {
    const critiqueId = await raise(critic, await annotate(critic, revisionId, framework), "undercut");
    expect(await only()).toMatchObject({ state: "open", waitsFor: "author", kind: "undercut", text: "Says who?", can: [] });
    await step(author, critiqueId, "acknowledge");
    await step(author, critiqueId, "rebut", "The **archives** do.");
    await step(critic, critiqueId, "maintain", "They do not.");
    const critique = await only();
    expect(critique).toMatchObject({ state: "maintained", waitsFor: null, stepCount: 4 });
    expect(critique?.steps.map(({ kind, actor, person }) => [kind, actor, person.name])).toEqual([
      ["raise", "critic", "Mina"],
      ["acknowledge", "author", "A. Writer"],
      ["rebut", "author", "A. Writer"],
      ["maintain", "critic", "Mina"],
    ]);
    expect(Object.values(critique?.words ?? {}).map(({ text, isAuthor }) => [text, isAuthor])).toEqual(
      expect.arrayContaining([
        ["The **archives** do.", true],
        ["They do not.", false],
      ]),
    );
  });

  it("stands answered under its paragraph, with the answer that holds now", async () => {
    const critiqueId = await raise(critic, await annotate(critic, revisionId, framework));
    const revision = { id: revisionId, blocks: [{ start: 0, end: 23 }], authorIds: new Set([author.personId]) };
    expect(await listAnswers(anonymous, articleId, revision)).toEqual([]);
    await step(author, critiqueId, "rebut", "No.");
    await step(author, critiqueId, "concede", "On reflection, yes.");
    expect(await listAnswers(anonymous, articleId, revision)).toMatchObject([
      {
        state: "conceded",
        blockIndex: 0,
        critic: "Mina",
        answer: { kind: "concede", text: "On reflection, yes.", writerName: "A. Writer" },
      },
    ]);
  });

  it("is answered as revised by pointing at the passage that changed", async () => {
    const critiqueId = await raise(critic, await annotate(critic, revisionId, framework));
    const words = "See there.";
    await expect(step(author, critiqueId, "revise", words)).rejects.toMatchObject({ code: "invalid", field: "revised" });
    const elsewhere = await makeArticle(["Another article."]);
    const wrong = { revisionId: elsewhere.revisionId, start: 0, end: 7 };
    await expect(step(author, critiqueId, "revise", words, { revised: wrong })).rejects.toMatchObject({ code: "invalid" });
    await step(author, critiqueId, "revise", words, { revised: { revisionId, start: 24, end: 32 } });
    const critique = await only();
    expect(critique?.steps.at(-1)?.revised).toMatchObject({ number: 1, quote: "It winds", paragraph: 2 });
  });

  it("is raised by its maker alone, once, for everyone to see, and by no author of the article", async () => {
    const annotationId = await annotate(critic, revisionId, framework);
    await expect(raise(stranger, annotationId)).rejects.toMatchObject({ code: "not-found" });
    await raise(critic, annotationId);
    await expect(raise(critic, annotationId)).rejects.toMatchObject({ code: "conflict" });
    await expect(raise(critic, await annotate(critic, revisionId, framework, { audience: "onlyMe" }))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(raise(author, await annotate(author, revisionId, framework))).rejects.toMatchObject({ code: "not-found" });
  });

  it("may be a reply, in any thread that everyone reads", async () => {
    const { commentId } = await reply(critic, {
      ...{ requestId: randomUUID(), text: "The whole argument limps." },
      to: { kind: "article", id: articleId },
    });
    const { critiqueId } = await raiseCritique(critic, {
      subject: { kind: "comment", id: commentId },
      kind: "reasoning",
      frameworkId: null,
    });
    await step(author, critiqueId, "clarify", "It walks.");
    expect(await only()).toMatchObject({ state: "clarified", passage: null, text: "The whole argument limps." });
  });

  it.each([
    ["the author", () => author, "satisfy", /Only the critic says/],
    ["the author", () => author, "withdraw", /Only the critic says/],
    ["the critic", () => critic, "concede", /Only an author/],
    ["somebody else", () => stranger, "concede", /Only the critic and the article’s authors/],
    ["the critic, before an answer", () => critic, "satisfy", /not answered yet/],
    ["the critic, while it is open", () => critic, "reopen", /still open/],
  ] as const)("refuses a step that is not for %s, with the reason", async (_who, viewer, kind, reason) => {
    const critiqueId = await raise(critic, await annotate(critic, revisionId, framework));
    await expect(step(viewer(), critiqueId, kind, "Because.")).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(reason),
    });
    expect(await only()).toMatchObject({ state: "open", stepCount: 1 });
    expect(await database().comment.count()).toBe(0);
  });

  it("takes no answer and no reopening without words", async () => {
    const critiqueId = await raise(critic, await annotate(critic, revisionId, framework));
    await expect(step(author, critiqueId, "concede")).rejects.toMatchObject({ code: "invalid", field: "text" });
    await step(critic, critiqueId, "withdraw");
    await expect(step(author, critiqueId, "reopen")).rejects.toMatchObject({ code: "invalid", field: "text" });
    expect((await step(author, critiqueId, "reopen", "I would like to answer this."))?.state).toBe("open");
  });

  it("tells the second of two who move it at once, and takes a step that is sent twice once", async () => {
    const critiqueId = await raise(critic, await annotate(critic, revisionId, framework));
    const answer = { critiqueId, kind: "concede", stepCount: 1, text: "Yes.", requestId: randomUUID(), revised: null } as const;
    const outcomes = await Promise.allSettled([
      takeStep(author, answer),
      takeStep(author, answer),
      takeStep(critic, { ...answer, kind: "withdraw", text: null, requestId: randomUUID() }),
    ]);
    const { stepCount } = await database().critique.findUniqueOrThrow({ where: { id: critiqueId } });
    expect(stepCount).toBe(2);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.every(({ code }) => code === "conflict")).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
  });

  it("is not taken away with its annotation, nor narrowed, nor are the words that moved it deleted", async () => {
    const annotationId = await annotate(critic, revisionId, framework);
    const critiqueId = await raise(critic, annotationId);
    await expect(removeAnnotation(critic, annotationId)).rejects.toMatchObject({ code: "invalid" });
    const narrow = { items: [{ annotationId, version: 1 }], change: { kind: "audience", audience: "onlyMe" } } as const;
    await expect(changeMany(critic, { ...narrow, items: [...narrow.items] })).rejects.toMatchObject({ code: "invalid" });
    await step(author, critiqueId, "concede", "Yes.");
    const said = await database().critiqueStep.findFirstOrThrow({ where: { critiqueId, kind: "concede" } });
    await expect(removeComment(author, said.commentId ?? "")).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("in the database itself", () => {
  it.each([
    ["its state is written without a step", `UPDATE critique SET state = 'conceded', moved_at = now()`],
    ["it is given to another critic", `UPDATE critique SET critic_id = (SELECT person_id FROM byline WHERE person_id IS NOT NULL LIMIT 1)`],
    ["a step is changed", `UPDATE critique_step SET at = now()`],
    ["a step is taken away", `DELETE FROM critique_step`],
    ["its annotation is deleted", `UPDATE annotation SET deleted_at = now(), deleted_by_id = person_id`],
  ])("nothing is changed when %s", async (_what, sql) => {
    await raise(critic, await annotate(critic, revisionId, framework));
    await expect(database().$executeRawUnsafe(sql)).rejects.toThrow();
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { getReadingPage } from "@/lib/articles/queries";
import { decideAttribution, endAttribution, linkPerson, requestAttribution } from "@/lib/attributions/commands";
import { getAttributionsPage, getAuthorsPage } from "@/lib/attributions/queries";
import type { Name } from "@/lib/attributions/schema";
import { database } from "@/lib/platform/db";
import { anonymous } from "@/lib/policy/viewer";
import { emptyDatabase, linkAuthor, makeArticle, makePerson, type SignedInViewer } from "../fixtures/database";

let articleId: string;
let slug: string;
let byline: Name;
let commenter: Name;
let keiko: SignedInViewer;
let admin: SignedInViewer;
let importer: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  const comments = [
    { commenter: "Justice1215", isAuthor: false, text: "Not so.", answers: [] },
    { commenter: "A. Writer", isAuthor: true, text: "It is.", inReplyTo: 0, answers: [0] },
  ];
  ({ articleId, slug } = await makeArticle(["Two clocks run in Tokyo."], { comments }));
  const bylines = await database().byline.findMany({ where: { articleId }, select: { id: true } });
  byline = { kind: "byline", id: bylines[0]?.id ?? "" };
  const stranger = await database().externalCommenter.findFirstOrThrow({ where: { articleId, bylineId: null }, select: { id: true } });
  commenter = { kind: "commenter", id: stranger.id };
  [keiko, admin, importer] = await Promise.all([makePerson("Keiko"), makePerson("Admin", "admin"), makePerson("Importer")]);
  await database().article.update({ where: { id: articleId }, data: { createdById: importer.personId } });
});

const personOf = async () => (await database().byline.findUniqueOrThrow({ where: { id: byline.id }, select: { personId: true } })).personId;
const ask = (viewer: SignedInViewer, name = byline) => requestAttribution(viewer, { name, statement: "My page at the institute says so." });
const confirm = (viewer: SignedInViewer, attributionId: string) =>
  decideAttribution(viewer, { attributionId, outcome: "confirmed", reason: "" });
const linkTo = (viewer: SignedInViewer, { personId }: SignedInViewer, name = byline) =>
  linkPerson(viewer, { name, person: { by: "id", personId } });

describe("a person who wrote it", () => {
  it("asks, waits, and is its author once an admin confirms", async () => {
    const { id } = await ask(keiko);
    expect(await personOf()).toBeNull();
    expect((await getAuthorsPage(keiko, slug)).authors[0]).toMatchObject({
      link: null,
      asked: { attributionId: id },
      can: { request: false },
    });
    // What somebody says to show who they are is for them and for admins.
    expect((await getAuthorsPage(importer, slug)).authors[0]).toMatchObject({ asked: null });
    expect((await getAttributionsPage(admin)).open).toMatchObject([
      { id, statement: "My page at the institute says so.", can: { decide: true } },
    ]);
    await confirm(admin, id);
    expect(await personOf()).toBe(keiko.personId);
    expect((await getAuthorsPage(anonymous, slug)).authors[0]).toMatchObject({
      ...{ text: "A. Writer", comments: 1, can: { request: false, link: false } },
      link: { person: { displayName: "Keiko", isViewer: false }, by: "Admin", can: { end: false } },
    });
    expect((await getReadingPage(keiko, slug)).can.revise).toBe(true);
  });

  it("asks once, however often; and may take it back", async () => {
    const { id } = await ask(keiko);
    expect(await ask(keiko)).toEqual({ id });
    await endAttribution(keiko, id);
    expect(await endAttribution(keiko, id)).toBeNull();
    expect((await getAuthorsPage(keiko, slug)).authors[0]).toMatchObject({ asked: null, can: { request: true } });
    await expect(confirm(admin, id)).rejects.toMatchObject({ code: "conflict" });
    expect((await ask(keiko)).id).not.toBe(id);
  });

  it("is told why not, and the reason is kept", async () => {
    const { id } = await ask(keiko);
    await decideAttribution(admin, { attributionId: id, outcome: "declined", reason: "The page names somebody else." });
    expect(await personOf()).toBeNull();
    expect((await getAttributionsPage(admin)).closed).toMatchObject([
      { state: "declined", decided: { by: "Admin", reason: "The page names somebody else." } },
    ]);
    await expect(confirm(admin, id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("may be a commenter of the imported thread", async () => {
    const { id } = await ask(keiko, commenter);
    await confirm(admin, id);
    expect(await database().externalCommenter.findUnique({ where: { id: commenter.id }, select: { personId: true } })).toEqual({
      personId: keiko.personId,
    });
    // The author's own comments belong to the author's name.
    const { commenters } = await getAuthorsPage(anonymous, slug);
    expect(commenters).toMatchObject([{ text: "Justice1215", comments: 1, link: { person: { displayName: "Keiko" } } }]);
    const ofAuthor = await database().externalCommenter.findFirstOrThrow({ where: { bylineId: { not: null } }, select: { id: true } });
    await expect(ask(importer, { kind: "commenter", id: ofAuthor.id })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("who decides", () => {
  it("an admin, of what others ask; nobody else, and nobody in their own cause", async () => {
    const { id } = await ask(keiko);
    for (const viewer of [keiko, importer, await makePerson("Curator", "curator")]) {
      await expect(confirm(viewer, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(getAttributionsPage(viewer)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(confirm(admin, randomUUID())).rejects.toMatchObject({ code: "not-found" });
    const own = await ask(admin, commenter);
    await expect(confirm(admin, own.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(linkTo(admin, admin)).rejects.toMatchObject({ code: "invalid" });
    expect(await personOf()).toBeNull();
  });

  it("of two admins at once the second is told, and nothing of theirs is stored", async () => {
    const other = await makePerson("Second admin", "admin");
    const { id } = await ask(keiko);
    const outcomes = await Promise.allSettled([
      confirm(admin, id),
      decideAttribution(other, { attributionId: id, outcome: "declined", reason: "No." }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    const row = await database().attribution.findUniqueOrThrow({ where: { id } });
    expect(await personOf()).toBe(row.state === "confirmed" ? keiko.personId : null);
  });

  it("of two people who ask for one name only one is confirmed", async () => {
    const mina = await makePerson("Mina");
    const [first, second] = [await ask(keiko), await ask(mina)];
    const outcomes = await Promise.allSettled([confirm(admin, first.id), confirm(admin, second.id)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().attribution.count({ where: { state: "confirmed" } })).toBe(1);
    await expect(ask(importer)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a name is linked", () => {
  it("by who brought the article in: to themselves, or to somebody who took part where all see it", async () => {
    await expect(linkTo(importer, keiko)).rejects.toMatchObject({ code: "invalid" });
    const thread = await database().thread.create({ data: { articleId, position: 7 }, select: { id: true } });
    await database().comment.create({ data: { threadId: thread.id, position: 0, personId: keiko.personId, text: "Mine." } });
    expect((await getAuthorsPage(importer, slug)).people.map(({ displayName }) => displayName)).toEqual(["Importer", "Keiko"]);
    const open = await ask(keiko);
    const { id } = await linkTo(importer, keiko);
    expect(await personOf()).toBe(keiko.personId);
    // What Keiko had asked for is settled.
    expect(await database().attribution.findUnique({ where: { id: open.id }, select: { state: true } })).toEqual({ state: "ended" });
    await expect(linkTo(importer, importer)).rejects.toMatchObject({ code: "conflict" });
    await endAttribution(importer, id);
    await linkTo(importer, importer);
    expect(await personOf()).toBe(importer.personId);
  });

  it("by an admin, to an account that has confirmed its address", async () => {
    const { email } = await database().person.findUniqueOrThrow({ where: { id: keiko.personId }, select: { email: true } });
    const byEmail = (viewer: SignedInViewer) =>
      linkPerson(viewer, { name: byline, person: { by: "email", email: (email ?? "").toUpperCase() } });
    await expect(byEmail(admin)).rejects.toMatchObject({ code: "invalid", field: "person.email" });
    await database().person.update({ where: { id: keiko.personId }, data: { emailVerifiedAt: new Date() } });
    // Who has which address is nobody's to find out.
    await expect(byEmail(importer)).rejects.toMatchObject({ code: "not-found" });
    await expect(byEmail(keiko)).rejects.toMatchObject({ code: "not-found" });
    await byEmail(admin);
    expect(await personOf()).toBe(keiko.personId);
  });

  it("until an admin, the importer or the person ends it; then it can be somebody else's", async () => {
    for (const viewer of [admin, importer, keiko]) {
      await linkAuthor(articleId, keiko);
      const link = (await getAuthorsPage(viewer, slug)).authors[0]?.link;
      expect(link).toMatchObject({ by: null, can: { end: true } });
      await expect(endAttribution(await makePerson("Stranger"), link?.attributionId ?? "")).rejects.toMatchObject({ code: "not-found" });
      await endAttribution(viewer, link?.attributionId ?? "");
      expect(await personOf()).toBeNull();
    }
    expect((await getAttributionsPage(admin)).closed).toHaveLength(3);
  });
});

describe("the database refuses", () => {
  const link = () => database().$executeRaw`UPDATE byline SET person_id = ${keiko.personId}::uuid WHERE id = ${byline.id}::uuid`;
  const insert = (state: string, statement: string | null, decider: string | null) => database().$executeRaw`
    INSERT INTO attribution (id, byline_id, person_id, state, statement, requested_at, decided_by_id, decided_at)
    VALUES (${randomUUID()}::uuid, ${byline.id}::uuid, ${keiko.personId}::uuid, ${state}::attribution_state, ${statement}, now(),
      ${decider}::uuid, CASE WHEN ${state} = 'requested' THEN NULL ELSE now() END)`;

  it("a link without a confirmed attribution, and an attribution without its link", async () => {
    await expect(link()).rejects.toThrow(/confirmed attribution/);
    await expect(insert("confirmed", null, admin.personId)).rejects.toThrow(/confirmed attribution/);
    await linkAuthor(articleId, keiko);
    await expect(database().byline.updateMany({ data: { personId: null } })).rejects.toThrow(/confirmed attribution/);
    await expect(database().byline.updateMany({ data: { personId: admin.personId } })).rejects.toThrow(/confirmed attribution/);
    const other = database()
      .$executeRaw`UPDATE external_commenter SET person_id = ${keiko.personId}::uuid WHERE id = ${commenter.id}::uuid`;
    await expect(other).rejects.toThrow(/confirmed attribution/);
  });

  it("one who confirms what they asked for themselves, or asks without a word", async () => {
    await expect(insert("confirmed", "It is mine.", keiko.personId)).rejects.toThrow(/attribution_decider_check/);
    await expect(insert("requested", null, null)).rejects.toThrow(/attribution_asked_check/);
  });

  it("a second open request, a second link, and a name that is none", async () => {
    await ask(keiko);
    await expect(insert("requested", "Again.", null)).rejects.toThrow(/attribution_byline_open_key|23505/);
    await linkTo(importer, importer);
    await expect(insert("confirmed", null, admin.personId)).rejects.toThrow(/attribution_byline_confirmed_key|23505/);
    const neither = database().attribution.create({
      data: { personId: keiko.personId, state: "requested", statement: "Mine.", requestedAt: new Date() },
    });
    await expect(neither).rejects.toThrow(/attribution_name_check/);
  });

  it("what was said to be said otherwise, undone or taken away", async () => {
    const { id } = await ask(keiko);
    const update = (data: Parameters<ReturnType<typeof database>["attribution"]["update"]>[0]["data"]) =>
      database().attribution.update({ where: { id }, data });
    await expect(update({ statement: "Something else." })).rejects.toThrow(/kept as it was/);
    await expect(update({ personId: importer.personId })).rejects.toThrow(/kept as it was/);
    await expect(database().attribution.delete({ where: { id } })).rejects.toThrow(/ended, not deleted/);
    await decideAttribution(admin, { attributionId: id, outcome: "declined", reason: "No." });
    await expect(update({ reason: "Yes." })).rejects.toThrow(/kept as it was/);
    await expect(update({ state: "requested", reason: null, decidedAt: null, decidedById: null })).rejects.toThrow(
      /kept as it was|is not made/,
    );
    await expect(update({ state: "confirmed" })).rejects.toThrow(/is not made/);
  });

  it("nothing of it when an article goes", async () => {
    await linkAuthor(articleId, keiko);
    await ask(admin, commenter);
    await database().article.delete({ where: { id: articleId } });
    expect(await database().attribution.count()).toBe(0);
  });
});

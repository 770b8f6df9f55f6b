import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/route";
import { queueMail } from "@/lib/mail/commands";
import { unsubscribeToken } from "@/lib/mail/unsubscribe";
import { database, transact } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { emptyDatabase, makePerson, type SignedInViewer } from "../fixtures/database";

let mina: SignedInViewer;
let kofi: SignedInViewer;

beforeEach(async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  process.env.MAIL_FROM = "Hedgerow <mail@hedgerow.example>";
  await emptyDatabase();
  [mina, kofi] = await Promise.all([makePerson("Mina"), makePerson("Kofi")]);
});

const tokenOf = (personId: string) => unsubscribeToken(personId, settings().NEXTAUTH_SECRET);
const address = (token: string, more = "") => `http://localhost:3000/api/unsubscribe?token=${token}${more}`;
/** As a mail provider's server sends it: no cookie, no Origin. */
const oneClick = (token: string) =>
  POST(new Request(address(token), { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) }));
const rhythms = async () =>
  Object.fromEntries((await database().person.findMany()).map(({ displayName, mailRhythm }) => [displayName, mailRhythm]));

describe("one click in a mail program", () => {
  it("stops that person's mails, what waits of them too, as often as it comes", async () => {
    const queue = (personId: string, dedupeKey: string, unsubscribable: boolean) =>
      transact((transaction) =>
        queueMail(
          transaction,
          { dedupeKey, personId, to: "a@hedgerow.example", subject: "s", text: "t", html: null, unsubscribable },
          new Date(),
        ),
      );
    await queue(mina.personId, "mina's news", true);
    await queue(mina.personId, "mina's other", false);
    await queue(kofi.personId, "kofi's news", true);
    for (const _ of [1, 2]) expect((await oneClick(tokenOf(mina.personId))).status).toBe(200);
    expect(await rhythms()).toEqual({ Mina: "never", Kofi: "daily" });
    const waiting = await database().outgoingMail.findMany({ select: { dedupeKey: true } });
    expect(waiting.map(({ dedupeKey }) => dedupeKey).sort()).toEqual(["kofi's news", "mina's other"]);
  });

  it("answers alike whatever is wrong with a token", async () => {
    const gone = tokenOf(randomUUID());
    const seal = tokenOf(mina.personId).split(".")[1];
    const answers = [];
    for (const token of ["", "x", mina.personId, `${kofi.personId}.${seal}`, `${tokenOf(mina.personId)}x`, gone, "署名"]) {
      const answer = await oneClick(encodeURIComponent(token));
      answers.push(JSON.stringify({ status: answer.status, body: await answer.text() }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"status":404');
    expect(await rhythms()).toEqual({ Mina: "daily", Kofi: "daily" });
  });

  it("is refused after hundreds of guesses, and works all the same for who holds the mail", async () => {
    await database().rateLimit.create({ data: { key: "unsubscribe:wrong", windowStart: new Date(), count: 300 } });
    expect((await oneClick("x")).status).toBe(429);
    expect((await oneClick(tokenOf(mina.personId))).status).toBe(200);
  });
});

describe("a link in a mail", () => {
  it("does nothing when it is only opened", async () => {
    const answer = GET(new Request(address(tokenOf(mina.personId))));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/unsubscribe?token=${tokenOf(mina.personId)}`);
    expect(await rhythms()).toMatchObject({ Mina: "daily" });
  });

  it("leads back to the page when its button is pressed", async () => {
    const press = async (token: string) => (await POST(new Request(address(token, "&page="), { method: "POST" }))).headers.get("location");
    expect(await press("x")).toBe("/unsubscribe?done=no");
    expect(await press(tokenOf(mina.personId))).toBe("/unsubscribe?done=yes");
    expect(await rhythms()).toMatchObject({ Mina: "never" });
  });
});

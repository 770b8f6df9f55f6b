import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deliverDue, queueMail } from "@/lib/mail/commands";
import type { NewMail } from "@/lib/mail/mail";
import { database, transact } from "@/lib/platform/db";
import { type SmtpPatience, smtpSender } from "@/lib/platform/mail";
import { emptyDatabase, makePerson } from "../fixtures/database";
import { type Behaviour, readMessage, startSmtp } from "../fixtures/smtp";

const MINUTE = 60_000;
const start = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);
const at = (time: Date) => () => time;
/** Long enough for a busy machine, short enough for a test that waits for it. */
const hasty: SmtpPatience = { connection: 5_000, greeting: 5_000, silence: 400 };

type Server = Awaited<ReturnType<typeof startSmtp>>;
const servers: Server[] = [];
const children: ChildProcess[] = [];

async function smtp(behaviour?: Behaviour, port?: number): Promise<Server> {
  const server = await startSmtp(behaviour, port);
  servers.push(server);
  return server;
}

beforeEach(async () => {
  // What queueMail and the letters read; the servers of these tests are given to the sender itself.
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  process.env.MAIL_FROM = "Hedgerow <mail@hedgerow.example>";
  await emptyDatabase();
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const mail = (name: string, more: Partial<NewMail> = {}): NewMail => ({
  dedupeKey: name,
  personId: null,
  to: `${name}@hedgerow.example`,
  subject: `For ${name}`,
  text: `Words for ${name}`,
  html: null,
  unsubscribable: false,
  ...more,
});
const queue = (name: string, more?: Partial<NewMail>, now = start) =>
  transact((transaction) => queueMail(transaction, mail(name, more), now));
const stored = (name: string) => database().outgoingMail.findUniqueOrThrow({ where: { dedupeKey: name } });
const whoGotMail = (server: Server) => server.received.flatMap(({ to }) => to);

describe("what is queued", () => {
  it("is queued once, and only when what it tells of is stored", async () => {
    expect(await queue("mina")).toBe(true);
    expect(await queue("mina", { text: "again" })).toBe(false);
    await expect(
      transact(async (transaction) => {
        await queueMail(transaction, mail("kofi"), start);
        throw new Error("what it tells of was not stored");
      }),
    ).rejects.toThrow();
    expect(await database().outgoingMail.findMany({ select: { dedupeKey: true, text: true } })).toEqual([
      { dedupeKey: "mina", text: "Words for mina" },
    ]);
  });

  it("goes to one mailbox", async () => {
    await expect(queue("mina", { to: "mina@hedgerow.example, other@elsewhere.example" })).rejects.toThrow();
    await expect(queue("mina", { to: "mina@hedgerow.example\r\nRCPT TO:<other@elsewhere.example>" })).rejects.toThrow();
    expect(await database().outgoingMail.count()).toBe(0);
  });

  it("is nothing where no mail is set up", async () => {
    vi.resetModules();
    delete process.env.SMTP_URL;
    delete process.env.MAIL_FROM;
    const { queueMail: queueWithout } = await import("@/lib/mail/commands");
    expect(await transact((transaction) => queueWithout(transaction, mail("mina"), start))).toBe(false);
    expect(await database().outgoingMail.count()).toBe(0);
    vi.resetModules();
  });

  it("goes when the account goes", async () => {
    const mina = await makePerson("Mina");
    await queue("mina", { personId: mina.personId });
    await database().person.delete({ where: { id: mina.personId } });
    expect(await database().outgoingMail.count()).toBe(0);
  });
});

describe("a letter that arrives", () => {
  it("says who, to whom, and what, in any script", async () => {
    const server = await smtp();
    const mina = await makePerson("美奈");
    await queue("mina", {
      personId: mina.personId,
      unsubscribable: true,
      subject: "美奈さん、「両国の間で」への返信 🌿",
      text: "両国の間で。\nعربي",
    });
    expect(await deliverDue(at(start), smtpSender(server.url))).toEqual({ sent: 1, later: 0, refused: 0, unsure: 0, stopped: false });
    const { id } = await stored("mina");
    expect(server.received).toMatchObject([{ from: "mail@hedgerow.example", to: ["mina@hedgerow.example"] }]);
    const { headers, body } = readMessage(server.received[0]?.raw ?? "");
    expect(headers).toMatchObject({
      from: "Hedgerow <mail@hedgerow.example>",
      to: "mina@hedgerow.example",
      subject: "美奈さん、「両国の間で」への返信 🌿",
      "message-id": `<${id}@localhost>`,
      "auto-submitted": "auto-generated",
    });
    expect(new Date(headers.date ?? "")).toEqual(start);
    expect(headers["list-unsubscribe"]).toContain(`/api/unsubscribe?token=${mina.personId}.`);
    expect(body.trim()).toBe("両国の間で。\nعربي");
    expect(await stored("mina")).toMatchObject({ state: "sent", sentAt: start, attempts: 1, lastError: null });
  });

  it("cannot be given a header by a subject", async () => {
    const server = await smtp();
    await queue("mina", { subject: "Hi\r\nBcc: other@elsewhere.example\r\n\r\nanother body" });
    await deliverDue(at(start), smtpSender(server.url));
    expect(whoGotMail(server)).toEqual(["mina@hedgerow.example"]);
    const { headers } = readMessage(server.received[0]?.raw ?? "");
    expect(headers.bcc).toBeUndefined();
    expect(headers.subject).toBe("Hi Bcc: other@elsewhere.example another body");
  });

  it("has both of its bodies", async () => {
    const server = await smtp();
    await queue("mina", { html: "<p>Words &amp; more</p>" });
    await deliverDue(at(start), smtpSender(server.url));
    expect(server.received[0]?.raw).toMatch(/multipart\/alternative[\s\S]*Words for mina[\s\S]*<p>Words &amp; more<\/p>/);
  });
});

describe("a server that is away", () => {
  it("is asked again, and gets each mail once when it is back", async () => {
    const gone = await startSmtp();
    await gone.stop();
    const send = smtpSender(gone.url);
    await queue("mina");
    await queue("kofi");
    const round = await deliverDue(at(start), send, { random: () => 0.5 });
    // The second is not tried: it would meet with the same.
    expect(round).toEqual({ sent: 0, later: 1, refused: 0, unsure: 0, stopped: true });
    const waiting = await database().outgoingMail.findMany({ orderBy: { attempts: "desc" } });
    expect(waiting).toMatchObject([
      { state: "queued", attempts: 1, nextAttemptAt: later(1), begunAt: null, leasedUntil: null },
      { state: "queued", attempts: 0, nextAttemptAt: start },
    ]);
    expect(waiting[0]?.lastError).toMatch(/ECONNREFUSED/);

    const back = await smtp({}, gone.port);
    expect(await deliverDue(at(later(0.5)), send)).toMatchObject({ sent: 1 });
    expect(await deliverDue(at(later(1)), send)).toMatchObject({ sent: 1 });
    expect(await deliverDue(at(later(100)), send)).toMatchObject({ sent: 0 });
    expect(whoGotMail(back).sort()).toEqual(["kofi@hedgerow.example", "mina@hedgerow.example"]);
  });

  it("is given up after days, with what it was", async () => {
    const gone = await startSmtp();
    await gone.stop();
    await queue("mina");
    let now = start;
    for (;;) {
      await deliverDue(at(now), smtpSender(gone.url), { random: () => 0.5 });
      const { state, nextAttemptAt } = await stored("mina");
      if (state !== "queued" || nextAttemptAt === null) break;
      now = nextAttemptAt;
    }
    const { state, lastError, attempts } = await stored("mina");
    expect({ state, isDays: now > later(4.9 * 24 * 60), isPatient: attempts > 50 }).toEqual({
      state: "refused",
      isDays: true,
      isPatient: true,
    });
    expect(lastError).toMatch(/^Given up after 5 days: .*ECONNREFUSED/);
  });

  it("does not get what has waited for too long", async () => {
    const server = await smtp();
    await queue("mina");
    expect(await deliverDue(at(later(6 * 24 * 60)), smtpSender(server.url))).toMatchObject({ refused: 1 });
    expect(server.received).toEqual([]);
  });

  it("is a setting that is wrong, as well", async () => {
    const server = await smtp();
    await queue("mina");
    const send = smtpSender(server.url.replace("//", "//somebody:wrong@"));
    expect(await deliverDue(at(start), send)).toMatchObject({ later: 1, stopped: true });
    expect(await deliverDue(at(later(2)), smtpSender(server.url))).toMatchObject({ sent: 1 });
  });
});

describe("a server that refuses", () => {
  it("is taken at its word, and the others go on", async () => {
    const server = await smtp({
      recipient: (address) => (address.startsWith("gone") ? { code: 550, words: "No such mailbox: 無い" } : undefined),
    });
    await queue("gone");
    await queue("mina");
    expect(await deliverDue(at(start), smtpSender(server.url))).toMatchObject({ sent: 1, refused: 1 });
    expect(await stored("gone")).toMatchObject({
      state: "refused",
      attempts: 1,
      begunAt: null,
      lastError: expect.stringContaining("550 No such mailbox"),
    });
    expect(await deliverDue(at(later(9999)), smtpSender(server.url))).toMatchObject({ sent: 0, refused: 0 });
    expect(whoGotMail(server)).toEqual(["mina@hedgerow.example"]);
  });

  it("for now is asked again", async () => {
    let isBusy = true;
    const server = await smtp({
      recipient: (address) => (isBusy && address.startsWith("mina") ? { code: 451, words: "Greylisted" } : undefined),
    });
    await queue("mina");
    await queue("kofi");
    expect(await deliverDue(at(start), smtpSender(server.url), { random: () => 0.5 })).toMatchObject({ sent: 1, later: 1, stopped: false });
    isBusy = false;
    expect(await deliverDue(at(later(0.9)), smtpSender(server.url))).toMatchObject({ sent: 0 });
    expect(await deliverDue(at(later(1)), smtpSender(server.url))).toMatchObject({ sent: 1 });
    expect(whoGotMail(server)).toEqual(["kofi@hedgerow.example", "mina@hedgerow.example"]);
  });

  it("the message itself, for now or for good, has not taken it", async () => {
    const codes = [452, 554];
    const server = await smtp({ message: () => ({ code: codes.shift() ?? 0, words: "Not this" }) });
    await queue("mina");
    expect(await deliverDue(at(start), smtpSender(server.url))).toMatchObject({ later: 1 });
    expect(await stored("mina")).toMatchObject({ state: "queued", begunAt: null });
    expect(await deliverDue(at(later(2)), smtpSender(server.url))).toMatchObject({ refused: 1 });
    expect(await stored("mina")).toMatchObject({ state: "refused", attempts: 2, lastError: expect.stringContaining("554 Not this") });
  });
});

describe("a server that is slow", () => {
  it("is waited for", async () => {
    const server = await smtp({ delay: 250 });
    await queue("mina");
    expect(await deliverDue(at(start), smtpSender(server.url))).toMatchObject({ sent: 1 });
  });

  it.each(["silence", "hang up"] as const)("before it has the message, by %s: it is asked again", async (answer) => {
    let isFirst = true;
    const server = await smtp({
      recipient: () => {
        const first = isFirst;
        isFirst = false;
        return first ? answer : undefined;
      },
    });
    await queue("mina");
    expect(await deliverDue(at(start), smtpSender(server.url, hasty))).toMatchObject({ later: 1 });
    expect(await deliverDue(at(later(2)), smtpSender(server.url))).toMatchObject({ sent: 1 });
    expect(server.received).toHaveLength(1);
  });

  it.each(["silence", "hang up"] as const)("after it has the message, by %s: nobody knows, and it is not sent again", async (answer) => {
    const server = await smtp({ message: () => answer });
    await queue("mina");
    expect(await deliverDue(at(start), smtpSender(server.url, hasty))).toMatchObject({ unsure: 1 });
    expect(await stored("mina")).toMatchObject({ state: "unsure", begunAt: start, leasedUntil: null, lastError: expect.any(String) });
    for (const minutes of [1, 60, 60 * 24 * 30]) await deliverDue(at(later(minutes)), smtpSender(server.url));
    expect(server.received).toHaveLength(1);
  });
});

describe("several processes", () => {
  it("send each of 200 mails once", async () => {
    const server = await smtp();
    const names = Array.from({ length: 200 }, (_, index) => `reader-${index}`);
    await transact(async (transaction) => {
      for (const name of names) await queueMail(transaction, mail(name), start);
    });
    const rounds = await Promise.all([deliverDue(at(start), smtpSender(server.url)), deliverDue(at(start), smtpSender(server.url))]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(200);
    expect(rounds.every(({ sent }) => sent > 0)).toBe(true);
    expect(whoGotMail(server).sort()).toEqual(names.map((name) => `${name}@hedgerow.example`).sort());
  });

  it("do not send what another has taken over while one was held up", async () => {
    const server = await smtp();
    await queue("mina");
    let now = start;
    const heldUp = deliverDue(
      () => now,
      async (letter, beforeData) => {
        // Asleep for longer than the claim holds; meanwhile another takes the mail and sends it.
        now = later(6);
        expect(await deliverDue(at(now), smtpSender(server.url))).toMatchObject({ sent: 1 });
        return smtpSender(server.url)(letter, beforeData);
      },
    );
    await heldUp;
    expect(server.received).toHaveLength(1);
    expect(await stored("mina")).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("hear of an answer that comes after the claim ran out", async () => {
    const server = await smtp();
    await queue("mina");
    await deliverDue(at(start), async (letter, beforeData) => {
      const delivery = await smtpSender(server.url)(letter, beforeData);
      await deliverDue(at(later(60)), smtpSender(server.url));
      expect(await stored("mina")).toMatchObject({ state: "unsure" });
      return delivery;
    });
    expect(await stored("mina")).toMatchObject({ state: "sent", lastError: null });
    expect(server.received).toHaveLength(1);
  });

  it("end when they are told to, and leave the rest", async () => {
    const server = await smtp();
    await queue("mina");
    await queue("kofi");
    const ending = new AbortController();
    const send = smtpSender(server.url);
    const round = deliverDue(
      at(start),
      (letter, beforeData) => {
        ending.abort();
        return send(letter, beforeData);
      },
      { signal: ending.signal },
    );
    expect(await round).toMatchObject({ sent: 0, stopped: true });
    expect(server.received).toEqual([]);
    expect(await deliverDue(at(later(2)), send)).toMatchObject({ sent: 2 });
  });
});

describe("a process that is killed", () => {
  const begin = (server: Server) => {
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "tests/fixtures/deliver.ts", server.url, String(start.getTime())],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
    children.push(child);
    return child;
  };

  it("before the message left: another sends it", async () => {
    let isFirst = true;
    const server = await smtp({
      recipient: () => {
        const first = isFirst;
        isFirst = false;
        return first ? "silence" : undefined;
      },
    });
    await queue("mina");
    const asked = server.asked();
    const child = begin(server);
    await asked;
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await stored("mina")).toMatchObject({ state: "sending", begunAt: null });
    expect(await deliverDue(at(later(4)), smtpSender(server.url))).toMatchObject({ sent: 0 });
    expect(await deliverDue(at(later(6)), smtpSender(server.url))).toMatchObject({ sent: 1 });
    expect(server.received).toHaveLength(1);
  });

  it("after the message left: it is not sent again, and that is told", async () => {
    const server = await smtp({ message: () => "silence" });
    await queue("mina");
    const asked = server.asked(); // for the recipient
    const child = begin(server);
    await asked;
    await server.asked(); // for the message
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await deliverDue(at(later(6)), smtpSender(server.url))).toMatchObject({ unsure: 0 });
    expect(await deliverDue(at(later(21)), smtpSender(server.url))).toMatchObject({ unsure: 1, sent: 0 });
    expect(await deliverDue(at(later(9999)), smtpSender(server.url))).toMatchObject({ unsure: 0, sent: 0 });
    expect(server.received).toHaveLength(1);
    expect(await stored("mina")).toMatchObject({ state: "unsure", lastError: expect.stringContaining("ended before") });
  });
});

it("forgets mails with their words when they are long at their end", async () => {
  const server = await smtp();
  await queue("mina");
  await deliverDue(at(start), smtpSender(server.url));
  await queue("kofi", {}, later(100 * 24 * 60));
  await deliverDue(at(later(89 * 24 * 60)), smtpSender(server.url));
  expect(await database().outgoingMail.count()).toBe(2);
  await deliverDue(at(later(91 * 24 * 60)), smtpSender(server.url));
  expect(await database().outgoingMail.findMany({ select: { dedupeKey: true } })).toEqual([{ dedupeKey: "kofi" }]);
});

describe("the database does not take", () => {
  const change = (to: string) => database().$executeRawUnsafe(`UPDATE outgoing_mail SET ${to}`);

  it.each([
    ["a claim that is not counted", "state = 'sending', next_attempt_at = NULL, leased_until = now()"],
    ["a mail that waits without a time", "next_attempt_at = NULL"],
    ["sent, without having begun", "state = 'sent', next_attempt_at = NULL, sent_at = now()"],
    ["refused, without why", "state = 'refused', next_attempt_at = NULL"],
    ["other words than were queued", "text = 'other'"],
    ["another address", "to_address = 'other@elsewhere.example'"],
  ])("%s", async (_, to) => {
    await queue("mina");
    await expect(change(to)).rejects.toThrow();
  });

  it("a mail that went out and waits again", async () => {
    const server = await smtp();
    await queue("mina");
    await deliverDue(at(start), smtpSender(server.url));
    await expect(change("state = 'queued', begun_at = NULL, sent_at = NULL, next_attempt_at = now()")).rejects.toThrow(/at its end/);
  });
});

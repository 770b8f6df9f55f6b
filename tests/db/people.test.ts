import { beforeEach, describe, expect, it } from "vitest";
import {
  beginSession,
  changePassphrase,
  checkPassphrase,
  endSession,
  keepEmailLink,
  registerPerson,
  revokeOtherSessions,
  revokeSession,
  takeEmailLink,
} from "@/lib/people/commands";
import { getAccount } from "@/lib/people/queries";
import { database } from "@/lib/platform/db";
import { viewerOfSession } from "@/lib/platform/session";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import { emptyDatabase, makePerson } from "../fixtures/database";

const passphrase = "正しい馬 battery staple";
const email = "Mina@Hedgerow.example";
let personId: string;

beforeEach(async () => {
  await emptyDatabase();
  ({ personId } = await registerPerson({ displayName: "Mina", email, passphrase }));
});

const signIn = async (): Promise<Extract<Viewer, { kind: "person" }>> => {
  const { sessionId } = await beginSession(personId, "a browser");
  const viewer = await viewerOfSession(sessionId, new Date());
  if (viewer.kind !== "person") throw new Error("the session just begun is not live");
  return viewer;
};

describe("a passphrase", () => {
  it("is kept as argon2id and opens its account, however the address is capitalised", async () => {
    const person = await database().person.findUniqueOrThrow({ where: { id: personId }, select: { passwordHash: true } });
    expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await checkPassphrase({ email: "mina@hedgerow.EXAMPLE ", password: passphrase })).toEqual({ personId });
    expect(await checkPassphrase({ email, password: `${passphrase}!` })).toBeNull();
    expect(await checkPassphrase({ email: "nobody@hedgerow.example", password: passphrase })).toBeNull();
  });

  it("cannot be guessed at: the eleventh try in a quarter of an hour is refused, right or wrong", async () => {
    for (let attempt = 0; attempt < 10; attempt++) expect(await checkPassphrase({ email, password: "wrong wrong wrong" })).toBeNull();
    await expect(checkPassphrase({ email, password: passphrase })).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("leaves no trace of tries made longer than a day ago", async () => {
    await checkPassphrase({ email: "guess@hedgerow.example", password: "wrong wrong wrong" });
    await database().$executeRaw`UPDATE rate_limit SET window_start = now() - interval '2 days'`;
    await checkPassphrase({ email: "other@hedgerow.example", password: "wrong wrong wrong" });
    expect(await database().rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "sign-in:other@hedgerow.example" }]);
  });

  it("may be typed rightly as often as one likes", async () => {
    for (let attempt = 0; attempt < 12; attempt++) expect(await checkPassphrase({ email, password: passphrase })).toEqual({ personId });
  });

  it("when changed ends every session", async () => {
    const [here, there] = [await signIn(), await signIn()];
    await expect(changePassphrase(here, { current: "not this one", next: "another good one" })).rejects.toMatchObject({
      code: "invalid",
      field: "current",
    });
    expect((await viewerOfSession(there.sessionId, new Date())).kind).toBe("person");
    await changePassphrase(here, { current: passphrase, next: "another good one" });
    expect(await viewerOfSession(here.sessionId, new Date())).toEqual(anonymous);
    expect(await viewerOfSession(there.sessionId, new Date())).toEqual(anonymous);
    expect(await checkPassphrase({ email, password: "another good one" })).toEqual({ personId });
  });

  it("is not registered twice for one address", async () => {
    await expect(registerPerson({ displayName: "Other", email: email.toUpperCase(), passphrase })).rejects.toMatchObject({
      code: "conflict",
      field: "email",
    });
  });
});

describe("a session", () => {
  it("ends at once when signed out or revoked, and when its time is over", async () => {
    const [one, two, three] = [await signIn(), await signIn(), await signIn()];
    await endSession(one.sessionId);
    expect(await viewerOfSession(one.sessionId, new Date())).toEqual(anonymous);
    await revokeSession(three, two.sessionId);
    expect(await viewerOfSession(two.sessionId, new Date())).toEqual(anonymous);
    expect(await viewerOfSession(three.sessionId, new Date(Date.now() + 31 * 24 * 3600 * 1000))).toEqual(anonymous);
  });

  it("is listed for its owner and revoked by its owner only", async () => {
    const [here, there] = [await signIn(), await signIn()];
    const stranger = await makePerson("Stranger");
    await expect(revokeSession(stranger, here.sessionId)).rejects.toMatchObject({ code: "not-found" });
    expect(
      (await getAccount(here)).sessions
        .map(({ id, isThisOne }) => ({ id, isThisOne }))
        .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne)),
    ).toEqual([
      { id: here.sessionId, isThisOne: true },
      { id: there.sessionId, isThisOne: false },
    ]);
    await revokeOtherSessions(here);
    expect((await getAccount(here)).sessions.map((session) => session.id)).toEqual([here.sessionId]);
  });
});

describe("an e-mail link", () => {
  it("works once, for its address only, and its token is not in the database", async () => {
    const expires = new Date(Date.now() + 3600_000);
    await keepEmailLink("a@hedgerow.example", "token-1", expires);
    expect(JSON.stringify(await database().emailLink.findMany())).not.toContain("token-1");
    expect(await takeEmailLink("b@hedgerow.example", "token-1")).toBeNull();
    expect(await takeEmailLink("A@hedgerow.example", "token-1")).toEqual({ identifier: "a@hedgerow.example", expires });
    expect(await takeEmailLink("a@hedgerow.example", "token-1")).toBeNull();
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import {
  beginSession,
  changeName,
  changePassphrase,
  endSession,
  registerPerson,
  revokeOtherSessions,
  revokeSession,
  signInWithPassphrase,
} from "@/lib/people/commands";
import { getAccount } from "@/lib/people/queries";
import { database } from "@/lib/platform/db";
import { viewerOfSession } from "@/lib/platform/session";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import {
  countEmailLink,
  createPersonFromSignIn,
  findPersonByEmail,
  findPersonByIdentity,
  keepEmailLink,
  losesPassphrase,
  proveEmail,
  takeEmailLink,
} from "@/lib/sign-in/commands";
import { emptyDatabase, makePerson } from "../fixtures/database";

const passphrase = "正しい馬 battery staple";
const email = "Mina@Hedgerow.example";
let personId: string;

beforeEach(async () => {
  await emptyDatabase();
  ({ personId } = await registerPerson({ displayName: "Mina", email, passphrase }));
});

/** Who signs in with this address and passphrase, or null. */
const enter = async (input: { email: string; password: string }) => (await signInWithPassphrase(input, "a browser"))?.personId ?? null;

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
    expect(await enter({ email: "mina@hedgerow.EXAMPLE ", password: passphrase })).toBe(personId);
    expect(await enter({ email, password: `${passphrase}!` })).toBeNull();
    expect(await enter({ email: "nobody@hedgerow.example", password: passphrase })).toBeNull();
  });

  it("cannot be guessed at: the eleventh try in a quarter of an hour is refused, right or wrong", async () => {
    for (let attempt = 0; attempt < 10; attempt++) expect(await enter({ email, password: "wrong wrong wrong" })).toBeNull();
    await expect(enter({ email, password: passphrase })).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("leaves no trace of tries made longer than a day ago", async () => {
    await enter({ email: "guess@hedgerow.example", password: "wrong wrong wrong" });
    await database().$executeRaw`UPDATE rate_limit SET window_start = now() - interval '2 days'`;
    await enter({ email: "other@hedgerow.example", password: "wrong wrong wrong" });
    expect(await database().rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "sign-in:other@hedgerow.example" }]);
  });

  it("may be typed rightly as often as one likes", async () => {
    for (let attempt = 0; attempt < 12; attempt++) expect(await enter({ email, password: passphrase })).toBe(personId);
  });

  it("is for the very address: what LIKE takes for a pattern is a letter like any other", async () => {
    for (const pattern of ["mina@hedgerow.exampl_", "m%@hedgerow.example", "mina@hedgerow.example\\"]) {
      expect(await enter({ email: pattern, password: passphrase })).toBeNull();
      expect(await findPersonByEmail(pattern)).toBeNull();
    }
    const { personId: other } = await registerPerson({ displayName: "M. N.", email: "m_na@hedgerow.example", passphrase });
    expect(await enter({ email: "m_na@hedgerow.example", password: passphrase })).toBe(other);
    expect(await enter({ email, password: passphrase })).toBe(personId);
  });

  it("of a demo account, which everybody knows, opens nothing where demo accounts are not offered, and nobody can change it", async () => {
    const { sessionId } = await beginSession(personId, "a browser");
    await database().person.update({ where: { id: personId }, data: { isDemo: true } });
    expect(await enter({ email, password: passphrase })).toBeNull();
    const viewer = await viewerOfSession(sessionId, new Date());
    await expect(changePassphrase(viewer, { current: passphrase, next: "another good one" })).rejects.toMatchObject({ code: "invalid" });
    await expect(changeName(viewer, "Somebody")).rejects.toMatchObject({ code: "invalid" });
  });

  it("that was changed while it was being checked opens no session", async () => {
    const here = await signIn();
    const [entered] = await Promise.all([
      signInWithPassphrase({ email, password: passphrase }, "a browser"),
      changePassphrase(here, { current: passphrase, next: "another good one" }),
    ]);
    expect(await viewerOfSession(entered?.sessionId ?? null, new Date())).toEqual(anonymous);
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
    expect(await enter({ email, password: "another good one" })).toBe(personId);
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
  it("is asked for five times an hour at most", async () => {
    for (let attempt = 0; attempt < 5; attempt++) await countEmailLink("a@hedgerow.example");
    await expect(countEmailLink(" A@hedgerow.example")).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("takes the account from whoever registered with an address that is not theirs, once", async () => {
    const squatter = await signIn();
    expect(await losesPassphrase(email)).toBe(true);
    await proveEmail(personId, new Date());
    expect(await viewerOfSession(squatter.sessionId, new Date())).toEqual(anonymous);
    expect(await enter({ email, password: passphrase })).toBeNull();
    // from now on what they set is theirs
    const owner = await signIn();
    await changePassphrase(owner, { current: "", next: "another good one" });
    expect(await losesPassphrase(email)).toBe(false);
    await proveEmail(personId, new Date());
    expect(await enter({ email, password: "another good one" })).toBe(personId);
  });

  it("that was never opened is swept away when its time is over", async () => {
    await keepEmailLink("a@hedgerow.example", "token-1", new Date(Date.now() - 1));
    await keepEmailLink("b@hedgerow.example", "token-2", new Date(Date.now() + 3600_000));
    expect(await database().emailLink.findMany({ select: { identifier: true } })).toEqual([{ identifier: "b@hedgerow.example" }]);
  });

  it("works once, for its address only, and its token is not in the database", async () => {
    const expires = new Date(Date.now() + 3600_000);
    await keepEmailLink("a@hedgerow.example", "token-1", expires);
    expect(JSON.stringify(await database().emailLink.findMany())).not.toContain("token-1");
    expect(await takeEmailLink("b@hedgerow.example", "token-1")).toBeNull();
    expect(await takeEmailLink("A@hedgerow.example", "token-1")).toEqual({ identifier: "a@hedgerow.example", expires });
    expect(await takeEmailLink("a@hedgerow.example", "token-1")).toBeNull();
  });
});

describe("a sign-in by another site", () => {
  const account = { provider: "github", providerAccountId: "7" };

  it("makes the person together with what opens their account, and shows nobody their address", async () => {
    const person = await createPersonFromSignIn({ name: null, email: "Jane.Doe@hedgerow.example" }, account);
    expect(await findPersonByIdentity(account)).toEqual(person);
    expect(person).toMatchObject({ name: "Reader", email: "jane.doe@hedgerow.example", emailVerified: expect.any(Date) });
    // a second person cannot come by the same account, and leaves no half behind
    await expect(createPersonFromSignIn({ name: "Other", email: "other@hedgerow.example" }, account)).rejects.toThrow();
    expect(await findPersonByEmail("other@hedgerow.example")).toBeNull();
  });
});

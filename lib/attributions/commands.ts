import "server-only";
import { AppError } from "../errors";
import { foldedEmail } from "../people/email";
import { isUniqueViolation, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { attributes, canDecide, canEnd, canLink, canLinkPerson, canRequest } from "../policy/attribution";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { listParticipants } from "./queries";
import type { DecideAttribution, LinkPerson, Name, RequestAttribution } from "./schema";

const REQUESTS_PER_DAY = { count: 20, seconds: 24 * 3600 };
const DECISIONS_PER_MINUTE = { count: 30, seconds: 60 };

const absent = () => new AppError("not-found", "This name is no longer there.");
const decidedMeanwhile = () => new AppError("conflict", "This was decided meanwhile. Nothing was changed; load the page again to see it.");
const linkedAlready = (displayName: string) =>
  new AppError("conflict", `This name is linked to ${displayName} already. Nothing was changed: that link has to be ended first.`);

/**
 * Says that a name under an article is the viewer's own, for an admin to confirm. Asked twice, it is the first request that waits.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" | "conflict" when somebody is linked already
 */
export async function requestAttribution(
  viewer: Viewer,
  { name, statement }: RequestAttribution,
  now = new Date(),
): Promise<{ id: string }> {
  const { personId } = signedIn(viewer, "say that you wrote this");
  await countTry(`attribution:${personId}`, REQUESTS_PER_DAY);
  return transact(async (transaction) => {
    const held = await holdName(transaction, name);
    if (held.linked) throw linkedAlready(held.linked.displayName);
    if (!canRequest(viewer, { isLinked: false })) throw absent();
    const open = await findOpen(transaction, name, personId);
    if (open) return open;
    const data = { ...columnOf(name), personId, state: "requested" as const, statement, requestedAt: now };
    return transaction.attribution.create({ data, select: { id: true } });
  });
}

/**
 * Links a name under an article to a person at once. What they had asked for themselves is settled by it.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (absent, or not for this viewer) | "conflict" when somebody is linked
 *   already | "invalid" when there is no such person to be linked by this viewer
 */
export async function linkPerson(viewer: Viewer, { name, person }: LinkPerson, now = new Date()): Promise<{ id: string }> {
  const { personId: viewerId } = signedIn(viewer, "link a name to a person");
  await countTry(`attribution-decide:${viewerId}`, DECISIONS_PER_MINUTE);
  return transact(async (transaction) => {
    const held = await holdName(transaction, name);
    if (!canLink(viewer, held) || (person.by === "email" && !attributes(viewer))) throw absent();
    const personId = person.by === "email" ? await findByEmail(transaction, person.email) : person.personId;
    const participants = await listParticipants(transaction, held.articleId);
    const tookPart = participants.some((participant) => participant.personId === personId);
    if (!canLinkPerson(viewer, held, { personId, tookPart })) {
      const own = personId === viewerId ? " Ask for it yourself, and another admin can confirm it." : "";
      throw new AppError("invalid", `This person is not yours to link here.${own}`, "person");
    }
    if (held.linked) throw linkedAlready(held.linked.displayName);
    const open = await findOpen(transaction, name, personId);
    if (open) await transaction.attribution.update({ where: open, data: { state: "ended", endedById: viewerId, endedAt: now } });
    const decided = { decidedById: viewerId, decidedAt: now };
    const data = { ...columnOf(name), personId, state: "confirmed" as const, requestedAt: now, ...decided };
    const attribution = await transaction.attribution.create({ data, select: { id: true } });
    await setPerson(transaction, name, personId);
    return attribution;
  });
}

/** The writing half of `linkPerson`, for the demo's loader, where nobody decides. Done twice, it is done once. */
export async function storeLink(name: Name, personId: string, at: Date): Promise<void> {
  await transact(async (transaction) => {
    if ((await holdName(transaction, name)).linked) return;
    const data = { ...columnOf(name), personId, state: "confirmed" as const, requestedAt: at, decidedAt: at };
    await transaction.attribution.create({ data });
    await setPerson(transaction, name, personId);
  });
}

/**
 * Confirms or declines what a person asked for.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (absent, or not for this viewer) | "conflict" when it is decided, or
 *   somebody is linked already
 */
export async function decideAttribution(viewer: Viewer, input: DecideAttribution, now = new Date()): Promise<null> {
  const { personId: viewerId } = signedIn(viewer, "decide who wrote what");
  await countTry(`attribution-decide:${viewerId}`, DECISIONS_PER_MINUTE);
  const { attributionId, outcome, reason } = input;
  await changed(async (transaction) => {
    const { attribution, held } = await holdAttribution(transaction, attributionId);
    if (!canDecide(viewer, attribution)) throw absent();
    if (attribution.state !== "requested") throw decidedMeanwhile();
    if (outcome === "confirmed" && held.linked) throw linkedAlready(held.linked.displayName);
    const data = { state: outcome, reason: reason || null, decidedById: viewerId, decidedAt: now };
    await transaction.attribution.update({ where: { id: attributionId }, data });
    if (outcome === "confirmed") await setPerson(transaction, attribution.name, attribution.personId);
  });
  return null;
}

/**
 * Ends a link, or takes back what one asked for. Twice is the same as once.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (absent, or not for this viewer)
 */
export async function endAttribution(viewer: Viewer, attributionId: string, now = new Date()): Promise<null> {
  const { personId: viewerId } = signedIn(viewer, "end a link");
  await countTry(`attribution-decide:${viewerId}`, DECISIONS_PER_MINUTE);
  await changed(async (transaction) => {
    const { attribution, held } = await holdAttribution(transaction, attributionId);
    const isOver = attribution.state === "ended";
    if (!canEnd(viewer, held, isOver ? { ...attribution, state: "confirmed" } : attribution)) throw absent();
    if (isOver) return;
    await transaction.attribution.update({
      where: { id: attributionId },
      data: { state: "ended", endedById: viewerId, endedAt: now },
    });
    if (attribution.state === "confirmed") await setPerson(transaction, attribution.name, null);
  });
  return null;
}

/** The indexes have the last word on who was first. */
async function changed(work: (transaction: Transaction) => Promise<void>): Promise<void> {
  try {
    await transact(work);
  } catch (error) {
    if (isUniqueViolation(error)) throw decidedMeanwhile();
    throw error;
  }
}

const columnOf = ({ kind, id }: Name) => (kind === "byline" ? { bylineId: id } : { commenterId: id });

function findOpen(transaction: Transaction, name: Name, personId: string) {
  return transaction.attribution.findFirst({ where: { ...columnOf(name), personId, state: "requested" }, select: { id: true } });
}

type HeldName = { articleId: string; createdById: string | null; linked: { displayName: string } | null };

/**
 * The name's row held until the transaction ends: who asks, links, decides and ends does so one after the other. An external commenter
 * who is one of the authors is linked with that author's name, not beside it.
 */
async function holdName(transaction: Transaction, { kind, id }: Name): Promise<HeldName> {
  type Row = { articleId: string; createdById: string | null; personId: string | null; displayName: string | null };
  // A newer text may correct names and take out those that nobody is linked to: that comes before this or after it.
  await transaction.$queryRaw`
    SELECT id FROM article WHERE id IN (SELECT article_id FROM byline WHERE id = ${id}::uuid
      UNION ALL SELECT article_id FROM external_commenter WHERE id = ${id}::uuid) FOR SHARE`;
  if (kind === "byline") await transaction.$queryRaw`SELECT id FROM byline WHERE id = ${id}::uuid FOR UPDATE`;
  else await transaction.$queryRaw`SELECT id FROM external_commenter WHERE id = ${id}::uuid FOR UPDATE`;
  const [row] = await transaction.$queryRaw<Row[]>`
    SELECT n.article_id AS "articleId", a.created_by_id AS "createdById", n.person_id AS "personId", p.display_name AS "displayName"
    FROM (
      SELECT 'byline' AS kind, id, article_id, person_id FROM byline WHERE id = ${id}::uuid
      UNION ALL SELECT 'commenter', id, article_id, person_id FROM external_commenter WHERE id = ${id}::uuid AND byline_id IS NULL
    ) n
    JOIN article a ON a.id = n.article_id LEFT JOIN person p ON p.id = n.person_id
    WHERE n.kind = ${kind}`;
  if (!row) throw absent();
  const { articleId, createdById, displayName } = row;
  return { articleId, createdById, linked: displayName === null ? null : { displayName } };
}

/** The attribution as it is once its name is held: of two who decide at once, the second sees what the first did. */
async function holdAttribution(transaction: Transaction, id: string) {
  const select = { bylineId: true, commenterId: true, personId: true, state: true } as const;
  const found = await transaction.attribution.findUnique({ where: { id }, select });
  const nameId = found?.bylineId ?? found?.commenterId;
  if (!found || !nameId) throw absent();
  const name: Name = { kind: found.bylineId === null ? "commenter" : "byline", id: nameId };
  const held = await holdName(transaction, name);
  const attribution = await transaction.attribution.findUniqueOrThrow({ where: { id }, select });
  return { attribution: { ...attribution, name }, held };
}

async function setPerson(transaction: Transaction, { kind, id }: Name, personId: string | null): Promise<void> {
  if (kind === "byline") await transaction.byline.update({ where: { id }, data: { personId } });
  else await transaction.externalCommenter.update({ where: { id }, data: { personId } });
}

/** @throws AppError "invalid" where no account has shown that this address is its own */
async function findByEmail(transaction: Transaction, email: string): Promise<string> {
  const [person] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM person WHERE lower(email) = ${foldedEmail(email)} AND email_verified_at IS NOT NULL`;
  if (!person) throw new AppError("invalid", "No account has confirmed that this address is its own.", "person.email");
  return person.id;
}

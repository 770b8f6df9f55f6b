import "server-only";
import type { Prisma } from "../../generated/prisma/client";
import { AppError } from "../errors";
import { decodeCursor, encodeCursor } from "../keyset";
import { type Database, database, type Transaction } from "../platform/db";
import { attributes, canDecide, canEnd, canLink, canRequest } from "../policy/attribution";
import { personIdOf, type Viewer } from "../policy/viewer";
import type { AttributionsPage, AuthorsPage, ShownAttribution, ShownName } from "./attribution";
import type { Name } from "./schema";

const CLOSED_PER_PAGE = 50;
/** An admin works them off from the oldest; those beyond come up as these are decided. */
const MAX_OPEN = 200;
const MAX_PEOPLE = 200;

/** The people who took part in an article where everyone sees it, by name: annotators, and writers under it and under its claims and notes. */
export function listParticipants(
  from: Pick<Database | Transaction, "$queryRaw">,
  articleId: string,
): Promise<{ personId: string; displayName: string }[]> {
  return from.$queryRaw`
    SELECT p.id AS "personId", p.display_name AS "displayName" FROM person p
    WHERE p.id IN (
      SELECT a.person_id FROM annotation a WHERE a.article_id = ${articleId}::uuid AND a.deleted_at IS NULL AND a.audience = 'everyone'
      UNION
      SELECT c.person_id FROM comment c JOIN thread t ON t.id = c.thread_id LEFT JOIN annotation a ON a.id = t.annotation_id
      WHERE t.article_id = ${articleId}::uuid AND c.deleted_at IS NULL
        AND (a.id IS NULL OR (a.deleted_at IS NULL AND a.audience = 'everyone'))
    )
    ORDER BY p.display_name, p.id LIMIT ${MAX_PEOPLE}::int`;
}

const attributionSelect = {
  ...{ id: true, state: true, personId: true, statement: true, requestedAt: true, decidedAt: true },
  person: { select: { displayName: true } },
  decidedBy: { select: { displayName: true } },
} satisfies Prisma.AttributionSelect;
type AttributionRow = Prisma.AttributionGetPayload<{ select: typeof attributionSelect }>;

/** Whose a name is; and what the viewer has asked for, which is nobody else's to read here. */
function shownTo(viewer: Viewer): Prisma.AttributionWhereInput {
  const personId = personIdOf(viewer);
  return { OR: [{ state: "confirmed" }, ...(personId === null ? [] : [{ state: "requested" as const, personId }])] };
}

/**
 * The names under an article, and whose they are.
 * @throws AppError "not-found"
 */
export async function getAuthorsPage(viewer: Viewer, slug: string): Promise<AuthorsPage> {
  const attributionsOf = { where: shownTo(viewer), select: attributionSelect };
  const article = await database().article.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, title: true, language: true, createdById: true },
      bylines: {
        select: {
          ...{ id: true, name: true, attributions: attributionsOf },
          commenters: { select: { _count: { select: { comments: true } } } },
        },
        orderBy: { position: "asc" },
      },
      commenters: {
        where: { bylineId: null },
        select: { id: true, name: true, addressedAs: true, attributions: attributionsOf, _count: { select: { comments: true } } },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!article) throw new AppError("not-found", "There is no such article.");
  const { id: articleId, createdById, bylines, commenters, ...shown } = article;
  const mayLink = canLink(viewer, article);
  const isImporter = personIdOf(viewer) === createdById && createdById !== null;

  const nameOf = (
    name: Name,
    { attributions, ...words }: Pick<ShownName, "text" | "addressedAs" | "comments"> & { attributions: AttributionRow[] },
  ): ShownName => {
    const link = attributions.find(({ state }) => state === "confirmed");
    const asked = attributions.find(({ state }) => state === "requested");
    return {
      name,
      ...words,
      link: link ? linkOf(viewer, createdById, link) : null,
      asked: asked ? { attributionId: asked.id, statement: asked.statement ?? "", at: asked.requestedAt.toISOString() } : null,
      can: { request: !asked && canRequest(viewer, { isLinked: link !== undefined }), link: mayLink && link === undefined },
    };
  };
  return {
    article: { ...shown, authors: bylines.map(({ name }) => name) },
    authors: bylines.map(({ id, name, attributions, commenters: wrote }) =>
      nameOf(
        { kind: "byline", id },
        { text: name, addressedAs: null, comments: wrote.reduce((sum, { _count }) => sum + _count.comments, 0), attributions },
      ),
    ),
    commenters: commenters.map(({ id, name, addressedAs, attributions, _count }) =>
      nameOf({ kind: "commenter", id }, { text: name, addressedAs, comments: _count.comments, attributions }),
    ),
    people: isImporter ? withViewer(viewer, await listParticipants(database(), articleId)) : [],
    can: { linkByEmail: attributes(viewer), decide: attributes(viewer) },
  };
}

function linkOf(viewer: Viewer, createdById: string | null, row: AttributionRow): ShownName["link"] {
  return {
    attributionId: row.id,
    person: { displayName: row.person.displayName, isViewer: row.personId === personIdOf(viewer) },
    since: (row.decidedAt ?? row.requestedAt).toISOString(),
    by: row.decidedBy?.displayName ?? null,
    can: { end: canEnd(viewer, { createdById }, row) },
  };
}

/** Who brought an article in may be its author without having said a word in it. */
function withViewer(viewer: Viewer, people: { personId: string; displayName: string }[]) {
  if (viewer.kind === "anonymous") return people;
  const { personId, displayName } = viewer;
  return [{ personId, displayName }, ...people.filter((person) => person.personId !== personId)];
}

const shownSelect = {
  ...{ id: true, state: true, personId: true, statement: true, requestedAt: true, decidedAt: true, reason: true, endedAt: true },
  bylineId: true,
  byline: {
    select: { name: true, person: { select: { displayName: true } }, article: { select: { slug: true, title: true, language: true } } },
  },
  commenter: {
    select: {
      ...{ name: true, addressedAs: true, person: { select: { displayName: true } } },
      article: { select: { slug: true, title: true, language: true } },
    },
  },
  person: { select: { displayName: true, email: true, emailVerifiedAt: true } },
  decidedBy: { select: { displayName: true } },
  endedBy: { select: { displayName: true } },
} as const;

/**
 * What waits for an admin, the oldest first, and what was decided, linked and ended, the newest first.
 * @throws AppError "not-found" for everybody but admins; "invalid" for a cursor that is none
 */
export async function getAttributionsPage(viewer: Viewer, options: { cursor?: string } = {}): Promise<AttributionsPage> {
  if (!attributes(viewer)) throw new AppError("not-found", "There is no such page.");
  const after = options.cursor === undefined ? null : decodeCursor(options.cursor);
  const [open, closed] = await Promise.all([
    after ? [] : listOpen(),
    database().attribution.findMany({
      where: {
        state: { not: "requested" },
        ...(after && { OR: [{ requestedAt: { lt: after.time } }, { requestedAt: after.time, id: { lt: after.id } }] }),
      },
      select: shownSelect,
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      take: CLOSED_PER_PAGE + 1,
    }),
  ]);
  const page = closed.slice(0, CLOSED_PER_PAGE);
  const last = page.at(-1);
  return {
    open: open.flatMap((row) => shown(viewer, row)),
    closed: page.flatMap((row) => shown(viewer, row)),
    nextCursor: closed.length > CLOSED_PER_PAGE && last ? encodeCursor({ time: last.requestedAt, id: last.id }) : null,
  };
}

function listOpen() {
  const orderBy = [{ requestedAt: "asc" as const }, { id: "asc" as const }];
  return database().attribution.findMany({ where: { state: "requested" }, select: shownSelect, orderBy, take: MAX_OPEN });
}

/** How many wait for an admin; none for anybody else. */
export async function countOpenAttributions(viewer: Viewer): Promise<number> {
  return attributes(viewer) ? database().attribution.count({ where: { state: "requested" } }) : 0;
}

type Row = Prisma.AttributionGetPayload<{ select: typeof shownSelect }>;

function shown(viewer: Viewer, row: Row): ShownAttribution[] {
  const named = row.byline ?? row.commenter;
  if (!named) return [];
  const { id, state, person, personId, statement, requestedAt, decidedBy, decidedAt, reason, endedBy, endedAt } = row;
  return [
    {
      ...{ id, state, statement, requestedAt: requestedAt.toISOString() },
      name: { kind: row.bylineId === null ? "commenter" : "byline", text: named.name, addressedAs: row.commenter?.addressedAs ?? null },
      article: named.article,
      person: { displayName: person.displayName, email: person.email, isEmailConfirmed: person.emailVerifiedAt !== null },
      decided: decidedAt === null ? null : { by: decidedBy?.displayName ?? null, at: decidedAt.toISOString(), reason },
      ended: endedAt === null ? null : { by: endedBy?.displayName ?? null, at: endedAt.toISOString() },
      linkedTo: named.person?.displayName ?? null,
      can: { decide: state === "requested" && canDecide(viewer, { personId }) },
    },
  ];
}

import "server-only";
import { AppError } from "../errors";
import { type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { canAnnotation } from "../policy/annotation";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { changed } from "./many";
import type { ChangeMany, PutBack } from "./schema";
import { type AnnotationState, type Changed, type ChangeKind, isSame, kindOf } from "./state";
import { answeredInWords, refusalInWords, staleInWords } from "./words";

const WRITES_PER_MINUTE = { count: 60, seconds: 60 };
const MANY_PER_MINUTE = { count: 20, seconds: 60 };

export type LockedAnnotation = { id: string; personId: string; version: number; quote: string; state: AnnotationState };

type Next = AnnotationState | "stale";

type Plan = {
  /** for "Sign in to …" */
  purpose: string;
  items: readonly { annotationId: string /** null: whichever it is */; version: number | null }[];
  now: Date;
  /** what the annotation is to say, or that it is not what the person saw */
  next(annotation: LockedAnnotation, transaction: Transaction): Promise<Next> | Next;
  /** what to tell when some were changed since the person saw them */
  stale?(quotes: readonly string[]): string;
};

/**
 * The one way in which annotations change: each is held, asked of the policy, compared with the version that the person
 * saw, and stored with a row that says what it said before. All of them or none, in a handful of statements however
 * many they are.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (absent, or not theirs) | "conflict" (changed since) |
 *   "invalid" (a framework that may not be applied)
 */
export async function changeAnnotations(viewer: Viewer, { purpose, items, now, next, stale = staleInWords }: Plan): Promise<Changed> {
  const { personId } = signedIn(viewer, purpose);
  const isMany = items.length > 1;
  await countTry(`${isMany ? "change-many" : "annotate"}:${personId}`, isMany ? MANY_PER_MINUTE : WRITES_PER_MINUTE);
  return transact(async (transaction) => {
    const held = await lockAnnotations(
      transaction,
      items.map(({ annotationId }) => annotationId),
    );
    const annotations = items.map(({ annotationId, version }) => {
      const annotation = held.get(annotationId);
      if (!annotation || annotation.personId !== personId) throw absent();
      return { annotation, isStale: version !== null && version !== annotation.version };
    });
    const changes: StoredChange[] = [];
    const changedSince: string[] = [];
    for (const { annotation, isStale } of annotations) {
      const after = isStale ? "stale" : await next(annotation, transaction);
      if (after === "stale") changedSince.push(annotation.quote);
      else if (!isSame(annotation.state, after)) changes.push({ annotation, after, kind: kindOf(annotation.state, after) });
    }
    if (changedSince.length > 0) throw new AppError("conflict", stale(changedSince));
    if (changes.some(({ annotation, kind }) => !canAnnotation(viewer, operationOf[kind], { ...annotation, ...annotation.state })))
      throw absent();
    await assertApplicable(transaction, changes);
    await assertFree(transaction, changes, personId);
    await storeChanges(transaction, changes, personId, now);
    return {
      changed: changes.map(({ annotation }) => ({ annotationId: annotation.id, version: annotation.version + 1 })),
      unchanged: items.length - changes.length,
    };
  });
}

/** Does the same to many of one's own annotations, or to none: the first that it cannot be done to stops it. */
export async function changeMany(viewer: Viewer, { items, change }: ChangeMany, now = new Date()): Promise<Changed> {
  return changeAnnotations(viewer, {
    purpose: "change annotations",
    items,
    now,
    next({ state, quote }) {
      const outcome = changed(state, change);
      if ("refusal" in outcome) throw new AppError("invalid", refusalInWords(outcome.refusal, quote));
      return outcome.state;
    },
  });
}

/**
 * Lets annotations say again what they said at an earlier version: undo, and bringing back a former state. It is a change
 * like any other. An annotation that has been changed since `version`, and says the same again, is what the person saw:
 * so that of several changes the last can be taken back first, and then the one before it.
 */
export async function putBack(viewer: Viewer, { items, keepsAudience }: PutBack, now = new Date()): Promise<Changed> {
  const versionsOf = new Map(items.map((item) => [item.annotationId, item]));
  let former: Map<string, AnnotationState> | undefined;
  return changeAnnotations(viewer, {
    purpose: "change annotations",
    items: items.map(({ annotationId }) => ({ annotationId, version: null })),
    now,
    async next({ id, version, state }, transaction) {
      // One read for all of them, once it is certain that they are theirs.
      former ??= await formerStates(transaction, items);
      const item = versionsOf.get(id);
      const seen = version === item?.version ? state : former.get(`${id} ${item?.version}`);
      const before = former.get(`${id} ${item?.toVersion}`);
      if (!before) throw new AppError("not-found", "What this annotation said then is not kept. Nothing was changed.");
      if (!seen || !isSame(seen, state)) return "stale";
      return keepsAudience ? { ...before, audience: state.audience, isDeleted: state.isDeleted } : before;
    },
  });
}

const operationOf = { edit: "edit", delete: "remove", restore: "restore" } as const satisfies Record<ChangeKind, string>;
const absent = () => new AppError("not-found", "This annotation is no longer there. What you typed is still here.");

type StoredChange = { annotation: LockedAnnotation; after: AnnotationState; kind: ChangeKind };

const stateSelect = {
  note: true,
  audience: true,
  tags: { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } },
} as const;

/** The annotations' facts, their rows held until the transaction ends (in one order, so that two of us cannot wait for each other). */
async function lockAnnotations(transaction: Transaction, ids: readonly string[]): Promise<Map<string, LockedAnnotation>> {
  await transaction.$queryRaw`SELECT id FROM annotation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await transaction.annotation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, personId: true, version: true, deletedAt: true, passage: { select: { quote: true } }, ...stateSelect },
  });
  return new Map(
    rows.map(({ id, personId, version, deletedAt, passage, ...state }) => [
      id,
      { id, personId, version, quote: passage.quote, state: { ...state, isDeleted: deletedAt !== null } },
    ]),
  );
}

/** What the annotations said at the versions that are named, by id and version, where it is kept. */
async function formerStates(transaction: Transaction, items: PutBack["items"]): Promise<Map<string, AnnotationState>> {
  const rows = await transaction.annotationChange.findMany({
    where: { OR: items.map(({ annotationId, version, toVersion }) => ({ annotationId, version: { in: [version, toVersion] } })) },
    select: { annotationId: true, version: true, isDeleted: true, ...stateSelect },
  });
  return new Map(rows.map(({ annotationId, version, ...state }) => [`${annotationId} ${version}`, state]));
}

/** What others have answered, or the author was asked to, is not taken from under them: neither deleted nor closed to them. */
async function assertFree(transaction: Transaction, changes: readonly StoredChange[], personId: string): Promise<void> {
  const leaving = changes.filter(
    ({ annotation: { state }, after }) =>
      (!state.isDeleted && after.isDeleted) || (state.audience === "everyone" && after.audience === "onlyMe"),
  );
  if (leaving.length === 0) return;
  const answered = await transaction.annotation.findFirst({
    where: {
      id: { in: leaving.map(({ annotation }) => annotation.id) },
      OR: [
        { critique: { isNot: null } },
        { thread: { is: { comments: { some: { deletedAt: null, OR: [{ personId: null }, { personId: { not: personId } }] } } } } },
      ],
    },
    select: { passage: { select: { quote: true } } },
  });
  if (answered) throw new AppError("invalid", answeredInWords(answered.passage.quote));
}

/** Every framework that is put on exists and is not deprecated; what was there before may stay, or come back. */
async function assertApplicable(transaction: Transaction, changes: readonly StoredChange[]): Promise<void> {
  const added = new Set(
    changes.flatMap(({ annotation, after }) => {
      const before = new Set(annotation.state.tags.map((tag) => tag.frameworkId));
      return after.tags.map((tag) => tag.frameworkId).filter((id) => !before.has(id));
    }),
  );
  if (added.size === 0) return;
  const annotationId = { in: changes.map(({ annotation }) => annotation.id) };
  const found = await transaction.framework.count({
    where: { id: { in: [...added] }, OR: [{ status: "active" }, { formerTags: { some: { annotationId } } }] },
  });
  if (found !== added.size) throw notApplicable();
}

export const notApplicable = () =>
  new AppError("invalid", "One of the frameworks can no longer be chosen. Take it off and choose another; the rest is kept.", "tags");

/** As the database spells them. */
const storedAudience = { onlyMe: "only_me", everyone: "everyone" } as const;

/** What was there before goes into the history in the same statements' breath as what is there now. */
async function storeChanges(transaction: Transaction, changes: readonly StoredChange[], personId: string, now: Date): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(
    changes.map(({ annotation: { id }, after: { note, audience, isDeleted }, kind }) => ({
      ...{ id, kind, note, isDeleted, audience: storedAudience[audience] },
    })),
  );
  await transaction.annotationChange.createMany({
    data: changes.map(({ annotation: { id, version, state }, kind }) => ({
      ...{ annotationId: id, version, kind, changedById: personId, changedAt: now },
      ...{ note: state.note, audience: state.audience, isDeleted: state.isDeleted },
    })),
  });
  await transaction.annotationChangeTag.createMany({
    data: changes.flatMap(({ annotation: { id, version, state } }) =>
      state.tags.map((tag, position) => ({ ...tag, position, annotationId: id, version })),
    ),
  });
  await transaction.frameworkTag.deleteMany({ where: { annotationId: { in: changes.map(({ annotation }) => annotation.id) } } });
  await transaction.frameworkTag.createMany({
    data: changes.flatMap(({ annotation: { id }, after }) => after.tags.map((tag, position) => ({ ...tag, position, annotationId: id }))),
  });
  await transaction.$executeRaw`
    UPDATE annotation a SET
      note = c.note,
      audience = c.audience::audience,
      version = a.version + 1,
      edited_at = CASE WHEN c.kind = 'edit' THEN ${now}::timestamptz ELSE a.edited_at END,
      deleted_at = CASE WHEN c."isDeleted" THEN coalesce(a.deleted_at, ${now}::timestamptz) END,
      deleted_by_id = CASE WHEN c."isDeleted" THEN coalesce(a.deleted_by_id, ${personId}::uuid) END
    FROM jsonb_to_recordset(${rows}::jsonb) AS c(id uuid, kind text, note text, audience text, "isDeleted" boolean)
    WHERE a.id = c.id`;
}

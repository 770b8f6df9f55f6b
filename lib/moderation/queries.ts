import "server-only";
import type { Prisma } from "../../generated/prisma/client";
import { AppError } from "../errors";
import { decodeCursor, encodeCursor } from "../keyset";
import { type Database, database, type Transaction } from "../platform/db";
import { annotationsVisibleTo, canAnnotation } from "../policy/annotation";
import { canModerate, readsHidden, type WordsFacts } from "../policy/moderation";
import { personIdOf, type Viewer } from "../policy/viewer";
import type { ModerationPage, ShownModeration, WordsToModerate } from "./moderation";
import type { Moderated } from "./schema";

const ENTRIES_PER_PAGE = 50;
const UNNAMED = "unnamed commenter";

export type FoundWords = WordsFacts & {
  articleSlug: string;
  text: string;
  writer: string;
  hidden: { by: string; reason: string; at: Date } | null;
};

/** The words and what decides who may do what with them; null where the viewer could not see them, were they not hidden. */
export async function findWords(
  from: Pick<Database | Transaction, "$queryRaw">,
  viewer: Viewer,
  { kind, id }: Moderated,
): Promise<FoundWords | null> {
  type Row = Omit<FoundWords, "authorIds" | "isHidden" | "hidden"> & {
    authorIds: string[];
    /** of the annotation that it is, or stands under */
    annotatorId: string | null;
    audience: "everyone" | "onlyMe";
    isDeleted: boolean;
    hiddenAt: Date | null;
    hiddenBy: string | null;
    hiddenReason: string | null;
  };
  const [row] = await from.$queryRaw<Row[]>`
    SELECT article.slug AS "articleSlug", w.text, w.writer_id AS "writerId", coalesce(writer.display_name, w.wrote_as, ${UNNAMED}) AS writer,
      ARRAY(SELECT b.person_id FROM byline b WHERE b.article_id = article.id AND b.person_id IS NOT NULL) AS "authorIds",
      w.annotator_id AS "annotatorId", CASE w.audience WHEN 'only_me' THEN 'onlyMe' ELSE 'everyone' END AS audience,
      w.is_deleted AS "isDeleted", w.hidden_at AS "hiddenAt", w.hidden_reason AS "hiddenReason", hider.display_name AS "hiddenBy"
    FROM (
      SELECT 'annotation' AS kind, a.id, a.article_id, coalesce(a.note, '') AS text, a.person_id AS writer_id, NULL AS wrote_as,
        a.person_id AS annotator_id, a.audience, a.deleted_at IS NOT NULL AS is_deleted, a.hidden_at, a.hidden_by_id, a.hidden_reason
      FROM annotation a WHERE a.id = ${id}::uuid
      UNION ALL
      SELECT 'comment', c.id, t.article_id, c.text, comment_writer(c.id), coalesce(x.name, x.addressed_as),
        a.person_id, a.audience, c.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL, c.hidden_at, c.hidden_by_id, c.hidden_reason
      FROM comment c JOIN thread t ON t.id = c.thread_id LEFT JOIN annotation a ON a.id = t.annotation_id
        LEFT JOIN external_commenter x ON x.id = c.commenter_id
      WHERE c.id = ${id}::uuid
    ) w
    JOIN article ON article.id = w.article_id
    LEFT JOIN person writer ON writer.id = w.writer_id LEFT JOIN person hider ON hider.id = w.hidden_by_id
    WHERE w.kind = ${kind}`;
  if (!row) return null;
  const { authorIds, annotatorId, audience, isDeleted, hiddenAt, hiddenBy, hiddenReason, ...words } = row;
  if (isDeleted || (annotatorId !== null && !canAnnotation(viewer, "read", { personId: annotatorId, audience, isDeleted }))) return null;
  const hidden = hiddenAt && { by: hiddenBy ?? "", reason: hiddenReason ?? "", at: hiddenAt };
  return { ...words, authorIds: new Set(authorIds), isHidden: hidden !== null, hidden };
}

const writerSelect = { displayName: true } as const;
const entrySelect = {
  ...{ id: true, kind: true, reason: true, at: true, commentId: true, annotationId: true },
  moderator: { select: { id: true, displayName: true } },
  annotation: { select: { note: true, personId: true, hiddenAt: true, person: { select: writerSelect } } },
  comment: {
    select: {
      ...{ text: true, deletedAt: true, hiddenAt: true, personId: true, person: { select: writerSelect } },
      commenter: {
        select: {
          ...{ name: true, addressedAs: true, personId: true, person: { select: writerSelect } },
          byline: { select: { personId: true, person: { select: writerSelect } } },
        },
      },
    },
  },
} satisfies Prisma.ModerationSelect;
type EntryRow = Prisma.ModerationGetPayload<{ select: typeof entrySelect }>;

/**
 * What moderators hid and brought back under an article, the newest first, for everybody to see; the words themselves for those alone who
 * may read them. With `subject`, the words that a moderator came to.
 * @throws AppError "not-found"; "invalid" for a cursor that is none
 */
export async function listModeration(
  viewer: Viewer,
  slug: string,
  { subject, cursor }: { subject?: Moderated; cursor?: string } = {},
): Promise<ModerationPage> {
  const article = await database().article.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      language: true,
      bylines: { select: { name: true, personId: true }, orderBy: { position: "asc" } },
    },
  });
  if (!article) throw new AppError("not-found", "There is no such article.");
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const visible = annotationsVisibleTo(viewer);
  const [rows, asked] = await Promise.all([
    database().moderation.findMany({
      where: {
        AND: [
          {
            OR: [
              { annotation: { is: { articleId: article.id, ...visible } } },
              { comment: { is: { thread: { articleId: article.id, OR: [{ annotationId: null }, { annotation: { is: visible } }] } } } },
            ],
          },
          after ? { OR: [{ at: { lt: after.time } }, { at: after.time, id: { lt: after.id } }] } : {},
        ],
      },
      select: entrySelect,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: ENTRIES_PER_PAGE + 1,
    }),
    subject ? findAsked(viewer, slug, subject) : null,
  ]);
  const page = rows.slice(0, ENTRIES_PER_PAGE);
  const last = page.at(-1);
  const { bylines, id: _, ...shown } = article;
  const authorIds = new Set(bylines.flatMap(({ personId }) => personId ?? []));
  return {
    article: { ...shown, authors: bylines.map(({ name }) => name) },
    entries: page.map((row) => entryOf(viewer, authorIds, row)),
    nextCursor: rows.length > ENTRIES_PER_PAGE && last ? encodeCursor({ time: last.at, id: last.id }) : null,
    asked,
  };
}

async function findAsked(viewer: Viewer, slug: string, subject: Moderated): Promise<WordsToModerate | null> {
  const words = await findWords(database(), viewer, subject);
  if (!words || words.articleSlug !== slug) return null;
  const { text, writer, hidden } = words;
  const can = { hide: canModerate(viewer, "hide", words), restore: canModerate(viewer, "restore", words) };
  if (!can.hide && !can.restore) return null;
  return { subject, text, writer, hidden: hidden && { ...hidden, at: hidden.at.toISOString() }, can };
}

function entryOf(viewer: Viewer, authorIds: ReadonlySet<string>, { id, kind, reason, at, moderator, ...row }: EntryRow): ShownModeration {
  const words = wordsOf(row);
  const isStanding = kind === "hide" && (row.comment ?? row.annotation)?.hiddenAt?.getTime() === at.getTime();
  return {
    ...{ id, kind, reason, at: at.toISOString() },
    subject: row.commentId === null ? { kind: "annotation", id: row.annotationId ?? "" } : { kind: "comment", id: row.commentId },
    by: { displayName: moderator.displayName, isViewer: moderator.id === personIdOf(viewer) },
    words: words && readsHidden(viewer, words.writerId) ? { text: words.text, writer: words.writer } : null,
    can: { restore: words !== null && canModerate(viewer, "restore", { ...words, authorIds, isHidden: isStanding }) },
  };
}

/** None of what its writer has deleted. */
function wordsOf({ annotation, comment }: Pick<EntryRow, "annotation" | "comment">) {
  if (annotation) return { text: annotation.note ?? "", writer: annotation.person.displayName, writerId: annotation.personId };
  if (!comment || comment.deletedAt !== null) return null;
  const { commenter } = comment;
  const person = comment.person ?? commenter?.person ?? commenter?.byline?.person;
  return {
    text: comment.text,
    writer: person?.displayName ?? commenter?.name ?? commenter?.addressedAs ?? UNNAMED,
    writerId: comment.personId ?? commenter?.personId ?? commenter?.byline?.personId ?? null,
  };
}

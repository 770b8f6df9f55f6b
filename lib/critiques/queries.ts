import "server-only";
import { blockIndexAt } from "../articles/canonical";
import { AppError } from "../errors";
import { parseMarkdown } from "../markdown/parse";
import { plainBlocks } from "../markdown/text";
import { database } from "../platform/db";
import { readsHidden } from "../policy/moderation";
import { threadsVisibleTo } from "../policy/thread";
import type { Viewer } from "../policy/viewer";
import type { DeskCritique, InlineAnswer, LostPassage } from "./desk";
import { answerKinds } from "./life";
import { critiqueSelect, shownCritique } from "./rows";

const place = { start: true, end: true, quote: true, prefix: true, suffix: true } as const;
const placesIn = (revisionId: string) => ({ places: { where: { revisionId }, select: { ...place, block: { select: { number: true } } } } });

/**
 * Every critique of an article that the viewer may see, the oldest first, with the critic's words, the words of its steps, and where its
 * passage stands in the newest text.
 * @throws AppError "not-found" when there is no such article
 */
export async function listCritiques(viewer: Viewer, slug: string): Promise<DeskCritique[]> {
  const article = await database().article.findUnique({
    where: { slug },
    select: {
      id: true,
      bylines: { select: { personId: true } },
      revisions: {
        select: { id: true, blocks: { select: { start: true, end: true }, orderBy: { position: "asc" } } },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
  });
  const [newest] = article?.revisions ?? [];
  if (!article || !newest) throw new AppError("not-found", "There is no such article.");
  const authorIds = new Set(article.bylines.flatMap(({ personId }) => personId ?? []));
  const rows = await database().critique.findMany({
    where: { articleId: article.id, thread: { is: threadsVisibleTo(viewer) } },
    select: {
      ...critiqueSelect,
      createdAt: true,
      movedAt: true,
      annotationId: true,
      commentId: true,
      comment: { select: { text: true, hiddenAt: true } },
      annotation: { select: { note: true, hiddenAt: true } },
      thread: {
        select: {
          annotation: {
            select: {
              id: true,
              tags: { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } },
              passage: { select: placesIn(newest.id) },
            },
          },
          claim: { select: { passage: { select: placesIn(newest.id) } } },
        },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const words = await listWords(
    viewer,
    rows.flatMap(({ steps }) => steps.flatMap(({ commentId }) => commentId ?? [])),
  );
  const lost = await listLastPlaces(
    rows.flatMap(({ id, thread }) => ((thread.annotation ?? thread.claim)?.passage.places.length === 0 ? id : [])),
  );
  return rows.map((row): DeskCritique => {
    const { thread, comment, annotation, createdAt, movedAt, annotationId, commentId } = row;
    const [stands] = (thread.annotation ?? thread.claim)?.passage.places ?? [];
    return {
      ...shownCritique(viewer, row, authorIds),
      createdAt: createdAt.toISOString(),
      movedAt: movedAt.toISOString(),
      subject: annotationId !== null ? { kind: "annotation", id: annotationId } : { kind: "comment", id: commentId ?? "" },
      href: `/articles/${encodeURIComponent(slug)}/${annotationId === null ? "comments" : "annotations"}/${annotationId ?? commentId}`,
      passage: stands
        ? {
            ...{ start: stands.start, end: stands.end, quote: stands.quote, prefix: stands.prefix, suffix: stands.suffix },
            blockIndex: blockIndexAt(newest.blocks, stands.start) ?? 0,
            paragraph: stands.block.number,
            annotationId: thread.annotation?.id ?? null,
          }
        : null,
      lost: lost.get(row.id) ?? null,
      tags: thread.annotation?.tags ?? [],
      ...wordsOf(viewer, row.critic.id, {
        text: comment?.text ?? annotation?.note ?? "",
        hiddenAt: (comment ?? annotation)?.hiddenAt ?? null,
      }),
      words: Object.fromEntries(
        row.steps.flatMap(({ commentId }) => {
          const said = commentId === null ? undefined : words.get(commentId);
          if (commentId === null || said === undefined) return [];
          const { writerId, ...shown } = said;
          return [[commentId, { ...shown, isAuthor: authorIds.has(writerId) }]];
        }),
      ),
    };
  });
}

/** Where the passages that have no place in the newest text stood last, by critique: an author has rewritten them. */
async function listLastPlaces(ids: readonly string[]): Promise<Map<string, LostPassage>> {
  if (ids.length === 0) return new Map();
  const places = {
    select: { start: true, quote: true, block: { select: { number: true } }, revision: { select: { number: true } } },
    orderBy: { revision: { number: "desc" } },
    take: 1,
  } as const;
  const passage = { select: { passage: { select: { places } } } } as const;
  const rows = await database().critique.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, thread: { select: { annotation: passage, claim: passage } } },
  });
  return new Map(
    rows.flatMap(({ id, thread }): [string, LostPassage][] => {
      const [last] = (thread.annotation ?? thread.claim)?.passage.places ?? [];
      return last ? [[id, { start: last.start, quote: last.quote, paragraph: last.block.number, revision: last.revision.number }]] : [];
    }),
  );
}

const HIDDEN = "Hidden by a moderator.";

/** Words as the viewer may read them: of hidden ones, that they are. */
function wordsOf(viewer: Viewer, writerId: string | null, { text, hiddenAt }: { text: string; hiddenAt: Date | null }) {
  if (hiddenAt !== null && !readsHidden(viewer, writerId)) return { text: "", body: plainBlocks(HIDDEN), isHidden: true };
  return { text, body: parseMarkdown(text), isHidden: hiddenAt !== null };
}

async function listWords(viewer: Viewer, ids: readonly string[]) {
  const rows = await database().comment.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true, createdAt: true, editedAt: true, hiddenAt: true, person: { select: { id: true, displayName: true } } },
  });
  return new Map(
    rows.map(({ id, createdAt, editedAt, person, ...words }) => [
      id,
      {
        ...wordsOf(viewer, person?.id ?? null, words),
        at: createdAt.toISOString(),
        isEdited: editedAt !== null,
        writerId: person?.id ?? "",
        writerName: person?.displayName ?? "",
      },
    ]),
  );
}

/** The authors' answers to critiques whose passages have a place in a revision, in text order; each critique's latest. */
export async function listAnswers(
  viewer: Viewer,
  articleId: string,
  revision: { id: string; blocks: readonly { start: number; end: number }[]; authorIds: ReadonlySet<string> },
): Promise<InlineAnswer[]> {
  const places = { places: { where: { revisionId: revision.id }, select: { start: true, quote: true } } } as const;
  const rows = await database().critique.findMany({
    where: { articleId, thread: { is: threadsVisibleTo(viewer) }, steps: { some: { kind: { in: [...answerKinds] } } } },
    select: {
      ...critiqueSelect,
      comment: { select: { text: true, hiddenAt: true } },
      annotation: { select: { note: true, hiddenAt: true } },
      thread: {
        select: {
          annotation: { select: { id: true, passage: { select: places } } },
          claim: { select: { passage: { select: places } } },
        },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const answers = rows.flatMap((row) => {
    const [stands] = (row.thread.annotation ?? row.thread.claim)?.passage.places ?? [];
    const { steps } = shownCritique(viewer, row, revision.authorIds);
    const step = steps.findLast(({ kind }) => answerKinds.some((answer) => answer === kind));
    return stands && step ? [{ row, stands, step }] : [];
  });
  const said = await listWords(
    viewer,
    answers.flatMap(({ step }) => step.commentId ?? []),
  );
  return answers
    .sort((a, b) => a.stands.start - b.stands.start)
    .flatMap(({ row, stands, step }): InlineAnswer[] => {
      const answer = said.get(step.commentId ?? "");
      if (!answer) return [];
      const { writerId: _, ...words } = answer;
      const { comment, annotation } = row;
      return [
        {
          ...{ critiqueId: row.id, state: row.state, quote: stands.quote, critic: row.critic.displayName },
          blockIndex: blockIndexAt(revision.blocks, stands.start) ?? 0,
          annotationId: row.thread.annotation?.id ?? null,
          body: wordsOf(viewer, row.critic.id, {
            text: comment?.text ?? annotation?.note ?? "",
            hiddenAt: (comment ?? annotation)?.hiddenAt ?? null,
          }).body,
          answer: { ...words, kind: step.kind, revised: step.revised, isAuthor: true },
        },
      ];
    });
}

/** How many critiques of an article there are, and how many the author has not answered, for the article's bar. */
export async function countCritiques(viewer: Viewer, articleId: string): Promise<{ total: number; waiting: number }> {
  const where = { articleId, thread: { is: threadsVisibleTo(viewer) } };
  const [total, waiting] = await Promise.all([
    database().critique.count({ where }),
    database().critique.count({ where: { ...where, state: { in: ["open", "acknowledged"] } } }),
  ]);
  return { total, waiting };
}

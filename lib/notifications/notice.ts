import type { StepKind } from "../critiques/life";
import type { CritiqueKind } from "../critiques/schema";
import { parseMarkdown } from "../markdown/parse";
import { excerptOf } from "../markdown/text";
import type { NoticeKind, ShownNotice } from "./schema";

const EXCERPT_LENGTH = 280;
/** UTF-16 code units of Markdown: enough for an excerpt, and reading all of fifty long comments would take seconds. */
const READ_LENGTH = 1_000;

type Person = { id: string; displayName: string };
type CommentRow = { text: string; deletedAt: Date | null; hiddenAt: Date | null; person: Person | null };

/** A notice with what it is about, of a thread that its person may see. */
export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  createdAt: Date;
  readAt: Date | null;
  commentId: string | null;
  comment: CommentRow | null;
  article: { slug: string; title: string; language: string; bylines: { personId: string | null }[] };
  step: {
    kind: StepKind;
    person: Person;
    critique: {
      id: string;
      kind: CritiqueKind;
      annotationId: string | null;
      commentId: string | null;
      annotation: { note: string | null; hiddenAt: Date | null } | null;
      comment: CommentRow | null;
    };
  } | null;
};

/** The notice as it is shown: of a comment that was taken back or hidden, that it was, and no word of it nor its writer's name. */
export function shownNotice({ comment, step, article, createdAt, readAt, ...row }: NoticeRow): ShownNotice {
  const { bylines, ...of } = article;
  const isGone = comment !== null && isTaken(comment);
  // A step stays a fact, and who took it, when its words are not shown.
  const by = step?.person ?? (isGone ? null : comment?.person) ?? null;
  const text = step?.kind === "raise" ? raisedWith(step.critique) : isGone ? null : (comment?.text ?? null);
  return {
    ...{ id: row.id, kind: row.kind, commentId: row.commentId, isGone },
    createdAt: createdAt.toISOString(),
    isRead: readAt !== null,
    article: of,
    by: by && { name: by.displayName, isAuthor: bylines.some(({ personId }) => personId === by.id) },
    text: text === null || text === "" ? null : excerptOf(parseMarkdown(text.slice(0, READ_LENGTH).toWellFormed()), EXCERPT_LENGTH),
    critique: step && {
      ...{ id: step.critique.id, kind: step.critique.kind, step: step.kind },
      ...{ annotationId: step.critique.annotationId, commentId: step.critique.commentId },
    },
  };
}

/** The critic's words: the annotation's note, or the comment that was made a critique. */
function raisedWith({ annotation, comment }: NonNullable<NoticeRow["step"]>["critique"]): string | null {
  if (annotation !== null) return annotation.hiddenAt === null ? annotation.note : null;
  return comment === null || isTaken(comment) ? null : comment.text;
}

/** By its writer, or hidden by a moderator: a notice then goes without words, to whomever it is. */
function isTaken({ deletedAt, hiddenAt }: CommentRow): boolean {
  return deletedAt !== null || hiddenAt !== null;
}

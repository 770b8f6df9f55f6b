import type { DraftComment } from "./schema";

/** Rows of an article's comments before the database gives them ids: they name each other by their place in these lists. */
export type CommentRows = {
  commenters: { name: string | null; addressedAs: string | null; byline: number | null }[];
  threads: number;
  comments: {
    thread: number;
    position: number;
    parentPosition: number | null;
    commenter: number;
    text: string;
    /** commenters, each once */
    answers: number[];
  }[];
};

/**
 * Comments as rows. Those that bear one name are one commenter's, and so are those whose nameless writer is called the same; any other
 * nameless one stands alone. An author's comment belongs to the byline of the same name, else to the first.
 */
export function commentRows(comments: readonly DraftComment[], bylines: readonly string[]): CommentRows {
  const rows: CommentRows = { commenters: [], threads: 0, comments: [] };
  const commenterOf = new Map<string, number>();
  const bylineOf = new Map(bylines.map((name, index): [string, number] => [folded(name), index]).reverse());
  const firstByline = bylines.length > 0 ? 0 : null;
  const lengths: number[] = [];
  for (const [index, comment] of comments.entries()) {
    const key = commenterKey(comment, index);
    const commenter = commenterOf.get(key) ?? rows.commenters.length;
    if (commenter === rows.commenters.length) {
      const byline = comment.isAuthor ? (bylineOf.get(folded(comment.commenter ?? "")) ?? firstByline) : null;
      rows.commenters.push({ name: comment.commenter, addressedAs: comment.addressedAs ?? null, byline });
      commenterOf.set(key, commenter);
    }
    const parent = comment.inReplyTo === undefined ? undefined : rows.comments[comment.inReplyTo];
    const thread = parent?.thread ?? rows.threads++;
    const position = lengths[thread] ?? 0;
    lengths[thread] = position + 1;
    const answers = [...new Set(comment.answers.flatMap((answered) => rows.comments[answered]?.commenter ?? []))];
    rows.comments.push({ thread, position, parentPosition: parent?.position ?? null, commenter, text: comment.text, answers });
  }
  return rows;
}

function commenterKey({ commenter, addressedAs }: DraftComment, index: number): string {
  if (commenter !== null) return `named ${commenter}`;
  return addressedAs ? `called ${addressedAs}` : `nameless ${index}`;
}

const folded = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

import type { DraftComment } from "./schema";

/**
 * A comment of a draft while a person corrects it. Others are named by key and not by place in the list,
 * so that taking one away can never make an answer point at somebody else.
 */
export type EditedComment = {
  key: number;
  /** null: the name was lost */
  commenter: string | null;
  addressedAs: string;
  isAuthor: boolean;
  text: string;
  inReplyTo: number | null;
  answers: readonly number[];
};

/** What a person may type into a comment. */
export type CommentChange = Partial<Pick<EditedComment, "commenter" | "addressedAs" | "isAuthor" | "text">>;

/** What to print for the commenter: a name, what others call them, or that they have none. */
export function commenterName(comment: Pick<EditedComment, "commenter" | "addressedAs">): string {
  if (comment.commenter !== null && comment.commenter.trim() !== "") return comment.commenter;
  return comment.addressedAs === "" ? "unnamed commenter" : `unnamed commenter, addressed as ${comment.addressedAs}`;
}

/** Comments under keys: `firstKey` for the first, and so on. */
export function withKeys(comments: readonly DraftComment[], firstKey: number): EditedComment[] {
  return comments.map((comment, index) => ({
    key: firstKey + index,
    commenter: comment.commenter,
    addressedAs: comment.addressedAs ?? "",
    isAuthor: comment.isAuthor,
    text: comment.text,
    inReplyTo: comment.inReplyTo === undefined ? null : firstKey + comment.inReplyTo,
    answers: comment.answers.map((answered) => firstKey + answered),
  }));
}

/** Back to places in the list, as the draft wants them. */
export function withPlaces(comments: readonly EditedComment[]): DraftComment[] {
  const places = new Map(comments.map((comment, index) => [comment.key, index]));
  return comments.map((comment, index) => {
    const earlier = (key: number): number[] => {
      const place = places.get(key);
      return place !== undefined && place < index ? [place] : [];
    };
    const commenter = comment.commenter?.trim() ?? "";
    const addressedAs = comment.addressedAs.trim();
    const [inReplyTo] = comment.inReplyTo === null ? [] : earlier(comment.inReplyTo);
    return {
      commenter: commenter === "" ? null : commenter,
      // a comment that has its own name needs none from others
      ...(commenter === "" && addressedAs !== "" ? { addressedAs } : {}),
      isAuthor: comment.isAuthor,
      text: comment.text.trim(),
      ...(inReplyTo === undefined ? {} : { inReplyTo }),
      answers: comment.answers.flatMap(earlier),
    };
  });
}

/** The comments without one; whatever continued its thread continues the one it continued itself. */
export function without(comments: readonly EditedComment[], key: number): EditedComment[] {
  const parent = comments.find((comment) => comment.key === key)?.inReplyTo ?? null;
  return comments.flatMap((comment) => {
    if (comment.key === key) return [];
    const answers = comment.answers.filter((answered) => answered !== key);
    const inReplyTo = comment.inReplyTo === key ? (answers[0] ?? parent) : comment.inReplyTo;
    return [{ ...comment, answers, inReplyTo }];
  });
}

/**
 * The comment answering, or no longer answering, another. Its first answer also says whose thread it continues,
 * unless the import knew; one that answers nobody any more begins a thread of its own.
 */
export function withAnswer(comment: EditedComment, answered: number, isAnswered: boolean): EditedComment {
  const others = comment.answers.filter((key) => key !== answered);
  if (isAnswered) {
    const inReplyTo = comment.answers.length === 0 ? (comment.inReplyTo ?? answered) : comment.inReplyTo;
    return { ...comment, answers: [...others, answered], inReplyTo };
  }
  const keepsThread = others.length > 0 && comment.inReplyTo !== answered;
  return { ...comment, answers: others, inReplyTo: keepsThread ? comment.inReplyTo : (others[0] ?? null) };
}

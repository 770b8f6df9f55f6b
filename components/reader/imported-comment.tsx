import { listFormat } from "@/lib/format";
import { RichBlocks } from "../markdown/rich-blocks";
import { Avatar } from "../ui/avatar";
import { Time } from "../ui/time";
import type { NestedComment } from "./nest-comments";

type Props = { nested: NestedComment; now: Date };

/** A comment and what answers it. The author's is set in the article's own type, under a double rule, beside a square mark. */
export function ImportedComment({ nested: { comment, replies }, now }: Props) {
  const { answers, body, createdAt, id } = comment;
  const { name: writer, addressedAs, isAuthor, wroteAs } = comment.writer;
  return (
    <li className={isAuthor ? "is-author" : undefined}>
      <article className={isAuthor ? "reply reply--author" : "reply"} id={`comment-${id}`} aria-labelledby={`comment-${id}-by`}>
        <header className="reply__h" lang="en">
          {isAuthor && <Avatar name={writer} isAuthor />}
          <b id={`comment-${id}-by`}>{writer}</b>
          {isAuthor && <span>the author</span>}
          {wroteAs !== null && <span>wrote there as {wroteAs}</span>}
          {addressedAs !== null && <span>addressed as {addressedAs}</span>}
          {createdAt !== null && <Time date={createdAt} now={now} />}
        </header>
        {answers.length > 0 && (
          <p className="talk__to" lang="en">
            answers {listFormat(answers)}
          </p>
        )}
        <div className="talk__x">
          <RichBlocks blocks={body} />
        </div>
      </article>
      {replies.length > 0 && (
        <ol className="talk__answers">
          {replies.map((reply) => (
            <ImportedComment key={reply.comment.id} nested={reply} now={now} />
          ))}
        </ol>
      )}
    </li>
  );
}

import { listFormat } from "@/lib/format";
import type { ShownComment } from "@/lib/threads/thread";
import { paths } from "../shell/paths";
import { Avatar } from "../ui/avatar";
import { Time } from "../ui/time";

type Props = {
  comment: ShownComment;
  slug: string;
  now: Date;
  /** the writer of the comment it answers, where that is not the one right above it by its indentation */
  parent: { id: string; name: string; isSeen: boolean } | null;
  /** “conceded”, of the word of a step in a critique */
  step: string | null;
};

/** Who wrote a comment, what it answers, when, and where it has its own page. */
export function CommentHead({ comment: { id, writer, createdAt, editedAt, answers }, slug, now, parent, step }: Props) {
  const toWhom = answers.length > 0 ? listFormat(answers) : parent?.name;
  return (
    <>
      <header className="reply__h">
        {writer.isAuthor && <Avatar name={writer.name} isAuthor />}
        <b id={`comment-${id}-by`} dir="auto">
          {writer.name}
        </b>
        {writer.isAuthor && <span>the author</span>}
        {writer.isViewer && <span>you</span>}
        {step && <span className="cm__s">{step}</span>}
        {writer.wroteAs !== null && writer.wroteAs !== writer.name && <span>wrote there as {writer.wroteAs}</span>}
        {writer.addressedAs !== null && <span>addressed as {writer.addressedAs}</span>}
        {createdAt !== null && <Time date={createdAt} now={now} />}
        {editedAt !== null && <a href={paths.commentHistory(slug, id)}>edited</a>}
        <a href={paths.comment(slug, id)}>
          Link to this<span className="vh"> comment by {writer.name}</span>
        </a>
      </header>
      {toWhom && (
        <p className={answers.length > 0 || !parent?.isSeen ? "cm__to" : "cm__to vh"}>
          answers {answers.length === 0 && parent ? <a href={`#comment-${parent.id}`}>{toWhom}</a> : toWhom}
        </p>
      )}
    </>
  );
}

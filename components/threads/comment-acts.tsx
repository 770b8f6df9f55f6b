import { plural } from "@/lib/format";
import type { ShownComment } from "@/lib/threads/thread";
import { Button } from "../ui/button";

export type CommentAct = "reply" | "edit" | "remove" | "restore" | "raise" | "cite" | "fold" | "hide" | "unhide";

type Props = { comment: ShownComment; isFolded: boolean; onAct(act: CommentAct, comment: ShownComment): void };

/** What may be done with a comment. Each button is named by the comment too, for who goes from button to button. */
export function CommentActs({ comment, isFolded, onAct }: Props) {
  const { can, under, writer } = comment;
  const answers = plural(under, { one: "answer", other: "answers" });
  const whose = writer.isViewer ? "your comment" : `the comment by ${writer.name}`;
  const act = (name: CommentAct, word: string, label: string) => (
    <Button variant="quiet" size="sm" data-act={name} aria-label={label} onClick={() => onAct(name, comment)}>
      {word}
    </Button>
  );
  return (
    <div className="cm__acts">
      {can.reply && act("reply", "Reply", writer.isViewer ? "Reply to your comment" : `Reply to ${writer.name}`)}
      {under > 0 && (
        <Button variant="quiet" size="sm" data-act="fold" aria-expanded={!isFolded} onClick={() => onAct("fold", comment)}>
          {isFolded ? `Show ${answers}` : `Fold ${answers}`}
        </Button>
      )}
      {can.edit && act("edit", "Edit", "Edit your comment")}
      {can.remove && act("remove", "Delete", "Delete your comment")}
      {can.restore && comment.is === "deleted" && act("restore", "Bring back", "Bring your comment back")}
      {can.raise && act("raise", "Make this a critique", "Make this comment a critique")}
      {can.hide && comment.is === "shown" && act("hide", "Hide", `Hide ${whose}`)}
      {can.restore && comment.is === "hidden" && act("unhide", "Show again", `Show ${whose} again`)}
      {comment.is === "shown" && act("cite", "Cite", `Copy a citation of ${whose}`)}
    </div>
  );
}

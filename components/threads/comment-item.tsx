import { memo } from "react";
import type { CritiqueKind } from "@/lib/critiques/schema";
import { UNSENT_VERSION } from "@/lib/threads/loaded";
import type { Mentionable } from "@/lib/threads/mentions";
import type { ShownComment } from "@/lib/threads/thread";
import { RichBlocks } from "../markdown/rich-blocks";
import { formatDate } from "../ui/dates";
import { type CommentAct, CommentActs } from "./comment-acts";
import { CommentComposer } from "./comment-composer";
import { CommentHead } from "./comment-head";
import { CritiqueLine } from "./critique-line";
import { ModerateForm } from "./moderate-form";
import { RaiseForm } from "./raise-form";
import type { ThreadDoings } from "./thread-doings";
import type { FrameworkChoice } from "./thread-props";

/** Deeper ones stand where the last of these does, and say whom they answer. */
export const MAX_VISIBLE_DEPTH = 4;

/** What is the same for every comment of a thread, so that one is drawn again only when it changes. */
export type ItemContext = {
  slug: string;
  now: Date;
  personId: string | null;
  returnTo: string;
  frameworks: readonly FrameworkChoice[];
  doings: ThreadDoings;
  loadPeople(): Promise<Mentionable[]>;
  onAct(act: CommentAct, comment: ShownComment): void;
  /** the reply, the change or the critique is sent or given up */
  onDone(commentId: string): void;
};

/** What is open beneath a comment. */
export type ItemMode = "reply" | "edit" | "raise" | "hide" | "unhide";

type Props = {
  comment: ShownComment;
  parentId: string | null;
  parentName: string | null;
  step: string | null;
  isFolded: boolean;
  mode: ItemMode | null;
  context: ItemContext;
};

/** A comment where it stands in its thread, with the field in which it is answered or changed. */
export const CommentItem = memo(function CommentItem({ comment, parentId, parentName, step, isFolded, mode, context }: Props) {
  const { id, depth, writer } = comment;
  const { slug, now, doings, onDone, onAct } = context;
  const isUnsent = comment.version === UNSENT_VERSION;
  const isSeen = depth <= MAX_VISIBLE_DEPTH;
  /** also of a hidden one, for its writer and for moderators */
  const hasWords = comment.is !== "deleted" && writer.name !== "";
  const parent = parentId !== null && parentName !== null ? { id: parentId, name: parentName, isSeen } : null;
  return (
    <li className="cm" style={{ "--depth": Math.min(depth, MAX_VISIBLE_DEPTH) }}>
      <article
        className={writer.isAuthor ? "reply reply--author" : "reply"}
        id={`comment-${id}`}
        tabIndex={-1}
        aria-labelledby={hasWords ? `comment-${id}-by` : undefined}
        aria-label={hasWords ? undefined : "A comment that is not shown"}
        aria-busy={isUnsent || undefined}
      >
        {comment.is === "hidden" && <Hidden hidden={comment.hidden} />}
        {hasWords && <CommentHead comment={comment} slug={slug} now={now} parent={parent} step={step} />}
        {hasWords && mode !== "edit" && <RichBlocks blocks={comment.body} />}
        {comment.is === "deleted" && <p className="cm__gone">Deleted by its writer</p>}
        {comment.critique && <CritiqueLine critique={comment.critique} slug={slug} />}
        {isUnsent ? (
          <p className="cm__gone">Being sent…</p>
        ) : (
          mode !== "edit" && <CommentActs comment={comment} isFolded={isFolded} onAct={onAct} />
        )}
      </article>
      {mode === "raise" && (
        <RaiseForm
          frameworks={context.frameworks}
          returnTo={context.returnTo}
          onRaise={(kind: CritiqueKind, frameworkId) => doings.raise(comment, kind, frameworkId)}
          onCancel={() => onDone(id)}
        />
      )}
      {(mode === "hide" || mode === "unhide") && (
        <ModerateForm
          isHiding={mode === "hide"}
          returnTo={context.returnTo}
          onModerate={(reason) => doings.moderate(comment, mode === "hide", reason)}
          onDone={() => onDone(id)}
        />
      )}
      {(mode === "reply" || mode === "edit") && context.personId !== null && (
        <CommentComposer
          key={mode}
          draftKey={mode === "reply" ? `reply:comment:${id}` : `edit:${id}`}
          personId={context.personId}
          initialText={mode === "edit" ? comment.text : undefined}
          label={mode === "edit" ? "Your comment" : writer.isViewer ? "Your answer to your comment" : `Your answer to ${writer.name}`}
          sendLabel={mode === "edit" ? "Save" : "Reply"}
          takesFocus
          returnTo={context.returnTo}
          loadPeople={context.loadPeople}
          onSend={async (text, requestId) => {
            const problem = await (mode === "edit" ? doings.edit(comment, text) : doings.reply(comment, text, requestId));
            if (!problem) onDone(id);
            return problem;
          }}
          onCancel={() => onDone(id)}
        />
      )}
    </li>
  );
});

function Hidden({ hidden }: Pick<ShownComment, "hidden">) {
  if (!hidden) return <p className="cm__gone">Hidden by a moderator</p>;
  return (
    <p className="cm__gone">
      Hidden by a moderator: <span dir="auto">{hidden.reason}</span>{" "}
      <span className="muted">
        ({hidden.by}, {formatDate(hidden.at)})
      </span>
    </p>
  );
}

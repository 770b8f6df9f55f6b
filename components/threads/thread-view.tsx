"use client";
import { type Ref, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { stepWords } from "@/lib/critiques/words";
import { citeComment } from "@/lib/threads/citation";
import { above, unfolded } from "@/lib/threads/loaded";
import type { ShownComment, ShownThread } from "@/lib/threads/thread";
import type { ReaderViewer } from "../reader/client/reader-viewer";
import { paths, withQuery } from "../shell/paths";
import { formatDate } from "../ui/dates";
import { CommentComposer, type ComposerHandle } from "./comment-composer";
import { CommentItem, type ItemContext, type ItemMode } from "./comment-item";
import { NextStretch } from "./next-stretch";
import { SubjectCritique } from "./subject-critique";
import type { FrameworkChoice, Notify, ThreadActions, ThreadArticle } from "./thread-props";
import { requestMentionable } from "./thread-requests";
import { useThread } from "./use-thread";

type Props = {
  thread: ShownThread;
  article: ThreadArticle;
  viewer: ReaderViewer;
  actions: ThreadActions;
  notify: Notify;
  /** ISO 8601: the present moment, for the age of comments */
  now: string;
  /** a path of ours: where signing in leads back to */
  returnTo: string;
  /** those of the annotation that the thread is about: a critique may be about one */
  frameworks?: readonly FrameworkChoice[];
  /** of the field in which the subject itself is answered */
  ref?: Ref<ComposerHandle>;
};

const noFrameworks: readonly FrameworkChoice[] = [];

/** A thread: read, folded, answered, cited. As wide as what it stands in, the margin or a page. */
export function ThreadView({ thread, article, viewer, actions, notify, now, returnTo, frameworks = noFrameworks, ref }: Props) {
  const { list, loaded, doings } = useThread({ thread, viewer, actions, notify });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [modes, setModes] = useState<ReadonlyMap<string, ItemMode>>(new Map());
  const personId = viewer.kind === "person" ? viewer.personId : null;
  const { slug, title } = article;

  const named = useRef(thread);
  named.current = thread;
  const loadPeople = useCallback(() => requestMentionable(named.current), []);
  const onDone = useCallback((id: string) => {
    setModes((before) => new Map([...before].filter(([other]) => other !== id)));
    document.getElementById(`comment-${id}`)?.focus();
  }, []);
  const onAct = useCallback<ItemContext["onAct"]>(
    (act, comment) => {
      if (act === "remove") void doings.remove(comment);
      else if (act === "restore") void doings.restore(comment);
      else if (act === "cite") void copyCitation(comment, { slug, title }, notify);
      else if (act === "fold") setFolded((before) => toggled(before, comment.id));
      else setModes((before) => new Map(before).set(comment.id, act));
    },
    [doings, slug, title, notify],
  );
  const context = useMemo(
    (): ItemContext => ({ slug, now: new Date(now), personId, returnTo, frameworks, doings, loadPeople, onAct, onDone }),
    [slug, now, personId, returnTo, frameworks, doings, loadPeople, onAct, onDone],
  );

  const byId = useMemo(() => new Map(list.map((comment) => [comment.id, comment])), [list]);
  const stepsOf = useMemo(() => wordsOfSteps(thread, list), [thread, list]);
  useEffect(() => {
    // A link to a comment that is folded away shows it.
    const open = () => {
      const stands = above(list, location.hash.replace("#comment-", ""));
      setFolded((before) => (stands.some((id) => before.has(id)) ? new Set([...before].filter((id) => !stands.includes(id))) : before));
    };
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [list]);

  return (
    <div className="disc">
      <SubjectCritique thread={thread} slug={slug} frameworks={frameworks} returnTo={returnTo} onRaise={doings.raise} />
      {list.length > 0 && (
        <ol className="disc__l">
          {unfolded(list, folded).map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              parentId={comment.parentId}
              parentName={comment.parentId === null ? null : byId.get(comment.parentId)?.writer.name || null}
              step={comment.step && (stepsOf.get(`${comment.step.critiqueId}:${comment.step.number}`) ?? null)}
              isFolded={folded.has(comment.id)}
              mode={modes.get(comment.id) ?? null}
              context={context}
            />
          ))}
        </ol>
      )}
      {loaded.nextId !== null && (
        <NextStretch
          href={withQuery(pathOf(thread), { from: loaded.nextId })}
          rest={loaded.total - loaded.stretches.length}
          load={doings.loadNext}
        />
      )}
      {thread.can.reply && !thread.isImported && personId !== null && (
        <CommentComposer
          ref={ref}
          draftKey={`reply:${thread.subject.kind}:${thread.subject.id}`}
          personId={personId}
          label="Your comment"
          sendLabel="Post"
          placeholder="Say something about it. **Markdown** works; @ names a person."
          takesFocus={false}
          returnTo={returnTo}
          loadPeople={loadPeople}
          onSend={(text, requestId) => doings.reply(null, text, requestId)}
        />
      )}
      {personId === null && (
        <p className="disc__in">
          <a className="link" href={withQuery(paths.signIn, { callbackUrl: returnTo })}>
            Sign in
          </a>{" "}
          to take part.
        </p>
      )}
    </div>
  );
}

/** The page that shows a thread alone. */
function pathOf({ articleSlug, subject }: ShownThread): string {
  if (subject.kind === "article") return paths.discussion(articleSlug);
  return subject.kind === "annotation"
    ? paths.annotationDiscussion(articleSlug, subject.id)
    : paths.claimDiscussion(articleSlug, subject.id);
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id]);
}

/** What each step of the thread’s critiques was, by critique and number: “conceded”. */
function wordsOfSteps({ critique }: ShownThread, list: readonly ShownComment[]): Map<string, string> {
  const critiques = [critique, ...list.map((comment) => comment.critique)];
  return new Map(
    critiques.flatMap((one) => (one?.steps ?? []).map((step) => [`${one?.id}:${step.number}`, stepWords[step.kind]] as [string, string])),
  );
}

async function copyCitation(comment: ShownComment, { slug, title }: ThreadArticle, notify: Notify): Promise<void> {
  const { writer, createdAt, id } = comment;
  const citation = citeComment({
    writer: writer.name,
    isAuthor: writer.isAuthor,
    articleTitle: title,
    date: createdAt === null ? null : formatDate(createdAt),
    url: new URL(paths.comment(slug, id), location.origin).href,
  });
  // Only pages that came over https may copy, and a browser may forbid it: then it can be copied by hand.
  const isCopied = await navigator.clipboard?.writeText(citation).then(
    () => true,
    () => false,
  );
  notify(isCopied ? "Citation copied" : citation);
}

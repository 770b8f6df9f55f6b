"use client";
import { type RefObject, useEffect, useEffectEvent, useMemo, useState } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { plural } from "@/lib/format";
import type { ShownThread } from "@/lib/threads/thread";
import { StepForm } from "../../critiques/step-form";
import type { TakeStepAct } from "../../critiques/use-step";
import { paths } from "../../shell/paths";
import type { ComposerHandle } from "../../threads/comment-composer";
import type { ThreadActions } from "../../threads/thread-props";
import { ThreadView } from "../../threads/thread-view";
import type { FrameworkLookup } from "../framework-lookup";
import type { ReaderViewer } from "./reader-viewer";
import type { Notices } from "./use-notices";

/** What the discussion under any note of the page needs. */
export type Talk = {
  article: { slug: string; title: string; language: string };
  viewer: ReaderViewer;
  actions: ThreadActions & { take: TakeStepAct };
  notify: Notices["notify"];
  /** the page's own address, for signing in and coming back */
  returnTo: string;
  now: string;
  frameworks: FrameworkLookup;
  /** of the open note: where a reply is written */
  composer: RefObject<ComposerHandle | null>;
  /** what the page shows of an annotation's discussion has changed */
  onChange(key: string, change: (annotation: AnchoredAnnotation) => AnchoredAnnotation): void;
};

type Props = { annotation: AnchoredAnnotation; talk: Talk };

/** What was said under the open note, and what one may say: fetched when it opens. */
export function NoteThread({ annotation, talk }: Props) {
  const { article, viewer, actions, frameworks, composer, onChange, notify, returnTo, now } = talk;
  const { id, key, tags, replies } = annotation;
  const [thread, setThread] = useState<ShownThread | "failed" | null>(null);

  const show = useEffectEvent((read: ShownThread | null) => {
    setThread((before) => read ?? before ?? "failed");
    if (read) onChange(key, (annotation) => withThread(annotation, read));
  });
  const read = async (signal?: AbortSignal) => show(await fetchThread(article.slug, id, signal));
  const readFirst = useEffectEvent(read);
  const readAgain = useEffectEvent(() => void read());
  useEffect(() => {
    const leaving = new AbortController();
    // An answer that comes after the note was closed is nobody's.
    readFirst(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, []);

  const counted = useMemo((): ThreadActions => {
    const count = (by: number) => onChange(key, (annotation) => ({ ...annotation, replies: annotation.replies + by }));
    const counting =
      <Input, Value>(act: (input: Input) => Promise<{ ok: true; value: Value } | Refused>, by: number) =>
      async (input: Input) => {
        const result = await act(input);
        if (result.ok) count(by);
        return result;
      };
    return {
      ...actions,
      reply: counting(actions.reply, 1),
      remove: counting(actions.remove, -1),
      restore: counting(actions.restore, 1),
      async raise(input) {
        const result = await actions.raise(input);
        if (result.ok) readAgain();
        return result;
      },
    };
  }, [actions, key, onChange]);
  const choices = useMemo(
    () => tags.flatMap(({ frameworkId }) => frameworks.get(frameworkId) ?? []).map(({ id, label }) => ({ id, label })),
    [tags, frameworks],
  );

  if (thread === null) return <p className="note__t">{replies > 0 && "Replies are on their way…"}</p>;
  if (thread === "failed") {
    return (
      <p className="note__t">
        <a className="link" href={paths.annotationDiscussion(article.slug, id)}>
          The replies could not be loaded. Open them on a page of their own
        </a>
      </p>
    );
  }
  const { critique } = thread;
  return (
    <div className="note__t" data-own-keys>
      {thread.total > thread.comments.length && (
        <a className="link" href={paths.annotationDiscussion(article.slug, id)}>
          All {plural(thread.total, { one: "reply", other: "replies" })}
        </a>
      )}
      <ThreadView
        // A step brought a comment along: the thread is shown anew, what is being written comes back from its draft.
        key={critique?.stepCount ?? 0}
        ref={composer}
        thread={thread}
        article={article}
        viewer={viewer}
        actions={counted}
        notify={notify}
        now={now}
        returnTo={returnTo}
        frameworks={choices}
      />
      {critique && critique.can.length > 0 && viewer.kind === "person" && (
        <StepForm
          key={critique.id}
          critique={critique}
          slug={article.slug}
          personId={viewer.personId}
          take={actions.take}
          revision={null}
          language={article.language}
          passageStart={null}
          onTaken={() => void read()}
        />
      )}
    </div>
  );
}

type Refused = Extract<Awaited<ReturnType<ThreadActions["reply"]>>, { ok: false }>;

async function fetchThread(slug: string, annotationId: string, signal?: AbortSignal): Promise<ShownThread | null> {
  const asking = new URLSearchParams({ slug, kind: "annotation", id: annotationId });
  const answer = await fetch(`/api/threads?${asking}`, { cache: "no-store", signal }).catch((error) => {
    if (signal?.aborted) throw error;
    return null;
  });
  return answer?.ok ? answer.json() : null;
}

/** The annotation with what its thread, read anew, says of it; the same one when that is what it said. */
function withThread(annotation: AnchoredAnnotation, { comments, total, critique }: ShownThread): AnchoredAnnotation {
  const replies = total - comments.filter((comment) => comment.is === "deleted").length;
  const state = critique?.state ?? null;
  return annotation.replies === replies && annotation.critique === state ? annotation : { ...annotation, replies, critique: state };
}

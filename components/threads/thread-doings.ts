import type { CritiqueKind } from "@/lib/critiques/schema";
import { type LoadedThread, refreshed, withGone, withOwn, withoutOwn, withStretch } from "@/lib/threads/loaded";
import type { ShownComment } from "@/lib/threads/thread";
import { unsentComment } from "@/lib/threads/unsent";
import { problemWith } from "./send";
import type { SendProblem, ThreadOptions } from "./thread-props";
import { requestStretch } from "./thread-requests";

export type ThreadDoings = {
  /** the first of the comments that came, or null where none did */
  loadNext(): Promise<string | null>;
  /** answers a comment, or with null what the thread is about */
  reply(to: ShownComment | null, text: string, requestId: string): Promise<SendProblem | null>;
  edit(comment: ShownComment, text: string): Promise<SendProblem | null>;
  remove(comment: ShownComment): Promise<void>;
  restore(comment: ShownComment): Promise<void>;
  moderate(comment: ShownComment, isHiding: boolean, reason: string): Promise<SendProblem | null>;
  raise(of: ShownComment | null /** the annotation */, kind: CritiqueKind, frameworkId: string | null): Promise<SendProblem | null>;
};

type Now = { readonly current: ThreadOptions & { loaded: LoadedThread } };
type SetLoaded = (change: (loaded: LoadedThread) => LoadedThread) => void;

/** What may be done in a thread: shown at once, and then as the server has it. */
export function doingsOf(now: Now, setLoaded: SetLoaded): ThreadDoings {
  // An undo must reach the server after the removal that it undoes.
  let removing: Promise<unknown> = Promise.resolve();

  const refresh = async (commentId: string) => {
    const answer = await requestStretch(now.current.thread, commentId);
    if (answer) setLoaded((loaded) => refreshed(loaded, answer));
  };

  const restore = async (comment: ShownComment) => {
    const { actions, notify } = now.current;
    setLoaded((loaded) => withGone(loaded, comment.id, false));
    await removing;
    const problem = await problemWith(actions.restore({ commentId: comment.id }));
    if (problem) {
      setLoaded((loaded) => withGone(loaded, comment.id, true));
      notify(`The comment could not be brought back. ${problem.message}`, () => void restore(comment), "Try again");
      return;
    }
    await refresh(comment.id);
    notify("Comment brought back");
  };

  const remove = async (comment: ShownComment) => {
    const { actions, notify } = now.current;
    setLoaded((loaded) => withGone(loaded, comment.id, true));
    notify("Comment deleted", () => void restore(comment));
    const answer = problemWith(actions.remove({ commentId: comment.id }));
    removing = answer;
    const problem = await answer;
    if (!problem) return;
    setLoaded((loaded) => withGone(loaded, comment.id, false));
    notify(`The comment could not be deleted. ${problem.message}`, () => void remove(comment), "Try again");
  };

  return {
    restore,
    remove,
    async loadNext() {
      const { thread, loaded, notify } = now.current;
      const stretch = loaded.nextId === null ? null : await requestStretch(thread, loaded.nextId);
      if (!stretch) {
        notify("The rest of the discussion could not be fetched. Try again in a moment.");
        return null;
      }
      const here = new Set(loaded.stretches.map(({ id }) => id));
      setLoaded((before) => withStretch(before, stretch));
      return stretch.comments.find(({ id }) => !here.has(id))?.id ?? null;
    },
    async reply(to, text, requestId) {
      const { actions, thread, viewer } = now.current;
      const place = { parentId: to?.id ?? null, depth: to ? to.depth + 1 : 0 };
      const unsent = unsentComment({ id: requestId, ...place, text, name: viewer.kind === "person" ? viewer.displayName : "" });
      setLoaded((loaded) => withOwn(loaded, unsent));
      let commentId = requestId;
      const problem = await problemWith(
        actions.reply({ requestId, to: to ? { kind: "comment", id: to.id } : thread.subject, text }),
        (value) => {
          commentId = value.commentId;
        },
      );
      if (problem) {
        setLoaded((loaded) => withoutOwn(loaded, requestId));
        return problem;
      }
      const answer = await requestStretch(thread, commentId);
      // Where it is stored but could not be fetched, it stays as it was typed.
      const stored = answer?.comments.find(({ id }) => id === commentId) ?? { ...unsent, id: commentId };
      setLoaded((loaded) => withOwn(answer ? refreshed(loaded, answer) : loaded, stored, requestId));
      return null;
    },
    async edit(comment, text) {
      const problem = await problemWith(now.current.actions.edit({ commentId: comment.id, version: comment.version, text }));
      // Also after a conflict: the next try then puts its words in the place of what came in between, which stays in the history.
      if (!problem || problem.code === "conflict") await refresh(comment.id);
      return problem;
    },
    async moderate(comment, isHiding, reason) {
      const { hide, unhide } = now.current.actions;
      const problem = await problemWith((isHiding ? hide : unhide)({ subject: { kind: "comment", id: comment.id }, reason }));
      if (!problem) await refresh(comment.id);
      return problem;
    },
    raise(of, kind, frameworkId) {
      const { actions, thread } = now.current;
      const subject = of ? { kind: "comment" as const, id: of.id } : { kind: "annotation" as const, id: thread.subject.id };
      return problemWith(actions.raise({ subject, kind, frameworkId }));
    },
  };
}

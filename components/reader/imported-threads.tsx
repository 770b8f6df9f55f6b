import { plural } from "@/lib/format";
import type { ShownThread } from "@/lib/threads/thread";
import { paths } from "../shell/paths";
import { ImportedComment } from "./imported-comment";
import { nestComments } from "./nest-comments";

type Props = { threads: readonly ShownThread[]; slug: string; now: Date };

/** The comments that came with the article, in the order in which they stood there. */
export function ImportedThreads({ threads, slug, now }: Props) {
  const isLong = threads.some(({ nextId }) => nextId !== null);
  const comments = threads.reduce((sum, thread) => sum + thread.total, 0);
  return (
    <section className="read__end" aria-labelledby="talks">
      <div className="talks">
        <h2 id="talks" lang="en">
          Comments from where it was first published
        </h2>
        <p lang="en">{plural(comments, { one: "comment", other: "comments" })}, in their original order. They are kept as they were.</p>
        <ol className="talks__l">
          {threads.flatMap((thread) =>
            nestComments(thread.comments).map((nested) => <ImportedComment key={nested.comment.id} nested={nested} now={now} />),
          )}
        </ol>
        {isLong && (
          <p>
            <a className="link" href={paths.discussion(slug)}>
              All of them, and what was answered here
            </a>
          </p>
        )}
      </div>
    </section>
  );
}

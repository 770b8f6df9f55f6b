import type { ReadingPage } from "@/lib/articles/reading";
import { plural } from "@/lib/format";
import { orphansId } from "../placements/orphans";
import { paths } from "../shell/paths";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";

/** Above an older text, that it is one; above the newest, what in it waits for the viewer. */
export function RevisionNotice({ page: { article, revision, newest, toReview, orphanCount } }: { page: ReadingPage }) {
  if (revision.number < newest.number) {
    return (
      <div className="banner banner--revision" role="note" lang="en">
        <Icon name="info" />
        <span>
          <b>An older text, revision {revision.number}.</b> The newest is revision {newest.number}, <Time date={newest.createdAt} />. What
          you tag here is carried to it.
        </span>
        <a className="link" href={paths.article(article.slug)}>
          Read the newest
        </a>
        <a className="link" href={paths.compare(article.slug, revision.number, newest.number)}>
          Compare the two
        </a>
      </div>
    );
  }
  if (toReview > 0) {
    return (
      <div className="banner banner--revision" role="note" lang="en">
        <Icon name="info" />
        <span>
          <b>{plural(toReview, { one: "passage waits", other: "passages wait" })} for you.</b> This text is new, and where they stand in it
          is not certain.
        </span>
        <a className="link" href={paths.review(article.slug)}>
          Review
        </a>
      </div>
    );
  }
  if (orphanCount === 0) return null;
  return (
    <p className="hint banner--revision" lang="en">
      <a className="link" href={`#${orphansId}`}>
        {plural(orphanCount, { one: "annotation has", other: "annotations have" })} no place in this text
      </a>
    </p>
  );
}

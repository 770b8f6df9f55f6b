import Link from "next/link";
import type { LibraryEntry } from "@/lib/articles/library";
import { listFormat, plural } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { HedgeProfile } from "../frameworks/hedge-profile";
import { SplitCount } from "../frameworks/split-count";
import { NavigationProgress } from "../shell/navigation-progress";
import { paths } from "../shell/paths";
import { buttonClass } from "../ui/button";
import { Time } from "../ui/time";

type Props = {
  entry: LibraryEntry;
  frameworks: FrameworkSummaries;
  /** whether the whole library was looked at, or only its newest articles */
  isOfAll: boolean;
  now: Date;
};

/** The article that was worked on last, large, with its hedge. */
export function LibraryLead({ entry, frameworks, isOfAll, now }: Props) {
  const { slug, title, authors, language, isDemo, tags, claimCount, commentCount, profile, lastActiveAt } = entry;
  const href = paths.article(slug);
  const total = tags.supports + tags.contests;
  return (
    <article className="cont" aria-labelledby="lead">
      <div className="cont__t">
        <p className="muted">
          {isOfAll ? "Most recently active" : "Most recently active of the newest"}, <Time date={lastActiveAt} now={now} />
        </p>
        <h2 id="lead" className="cont__h" lang={language}>
          <Link href={href}>
            {title}
            <NavigationProgress />
          </Link>
        </h2>
        <p className="cont__by">
          {listFormat(authors)}
          {isDemo && <span className="row__demo">Demonstration</span>}
        </p>
        <p className="cont__n">
          <span>{total === 0 ? "No tags yet" : plural(total, { one: "tag", other: "tags" })}</span>
          {total > 0 && <SplitCount {...tags} />}
          <span>{plural(claimCount, { one: "claim", other: "claims" })}</span>
          <span>{plural(commentCount, { one: "comment", other: "comments" })}</span>
        </p>
        <p className="cont__a">
          <Link className={buttonClass({ variant: "primary", size: "lg" })} href={href} aria-label={`Read ${title}`}>
            Read
            <NavigationProgress />
          </Link>
        </p>
      </div>
      <div className="cont__m">
        <HedgeProfile profile={profile} frameworks={frameworks} size="large" />
      </div>
    </article>
  );
}

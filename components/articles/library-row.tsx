import Link from "next/link";
import type { LibraryEntry } from "@/lib/articles/library";
import { listFormat, plural } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { HedgeProfile } from "../frameworks/hedge-profile";
import { SplitCount } from "../frameworks/split-count";
import { NavigationProgress } from "../shell/navigation-progress";
import { paths } from "../shell/paths";
import { Time } from "../ui/time";

/** One article of the library. The title is the link, and its area is the whole row. */
export function LibraryRow({ entry, frameworks, now }: { entry: LibraryEntry; frameworks: FrameworkSummaries; now: Date }) {
  const { slug, title, authors, language, isDemo, tags, claimCount, commentCount, profile, lastActiveAt } = entry;
  const total = tags.supports + tags.contests;
  return (
    <li className="row">
      <div className="row__t">
        <h3 lang={language}>
          <Link className="row__a" href={paths.article(slug)}>
            {title}
            <NavigationProgress />
          </Link>
        </h3>
        <p>
          {listFormat(authors)}
          {isDemo && <span className="row__demo">Demonstration</span>}
        </p>
      </div>
      <div className="row__p">
        <HedgeProfile profile={profile} frameworks={frameworks} size="small" />
      </div>
      <div className="row__n num">
        {total === 0 ? "No tags yet" : plural(total, { one: "tag", other: "tags" })}
        {total > 0 && <SplitCount {...tags} />}
      </div>
      <div className="row__c num">
        <span>{plural(claimCount, { one: "claim", other: "claims" })}</span>
        <span>{plural(commentCount, { one: "comment", other: "comments" })}</span>
      </div>
      <p className="row__w">
        <span className="vh">Last active </span>
        <Time date={lastActiveAt} now={now} />
      </p>
    </li>
  );
}

import Link from "next/link";
import type { Stance } from "@/lib/annotations/schema";
import type { FrameworkPage } from "@/lib/frameworks/framework";
import { paths } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { Icon } from "../ui/icon";
import { BalanceBar } from "./balance";
import { FrameworkPassages } from "./framework-passages";
import { FrameworkRecord } from "./framework-record";
import { FrameworkTree } from "./framework-tree";
import { Siglum } from "./siglum";

type Props = {
  page: FrameworkPage;
  /** which passages are listed; null: all */
  stance: Stance | null;
  /** false where the list continues an earlier page */
  isFirstPage: boolean;
};

/** The page of one framework: the tree beside it, its record, and the passages that support or contest it. */
export function FrameworkView({ page, stance, isFirstPage }: Props) {
  const { framework, tree, passages, nextCursor } = page;
  return (
    <main id={contentId} className="tax tax--page" tabIndex={-1}>
      <div className="tax__tree">
        <p className="tax__title">
          <Link href={paths.frameworks}>Frameworks</Link>
        </p>
        <FrameworkTree tree={tree} currentSlug={framework.slug} />
      </div>
      <article className="tax__d" aria-labelledby="framework">
        <p className="tax__up">
          <Link className="link" href={paths.frameworks}>
            All frameworks
          </Link>
        </p>
        <header className="tax__h">
          <Siglum framework={framework} size="large" isNamed />
          <h1 id="framework">{framework.label}</h1>
        </header>
        <Totals framework={framework} />
        {framework.isDeprecated && (
          <p className="banner">
            <Icon name="info" />
            <span>
              <b>No longer in use.</b> Tags that name it stay readable; new ones cannot.
            </span>
          </p>
        )}
        <FrameworkRecord framework={framework} />
        <p className="hint">
          {framework.notation} in {framework.scheme.title}
        </p>
      </article>
      <FrameworkPassages framework={framework} passages={passages} stance={stance} nextCursor={nextCursor} isFirstPage={isFirstPage} />
    </main>
  );
}

function Totals({ framework }: { framework: FrameworkPage["framework"] }) {
  const { supports, contests, passages, articles } = framework.totals;
  const tags = supports + contests;
  if (tags === 0) return <p className="tax__sum">No tags yet.</p>;
  return (
    <p className="tax__sum">
      <span>
        <b className="num">{tags}</b> {tags === 1 ? "tag" : "tags"} on <b className="num">{passages}</b>{" "}
        {passages === 1 ? "passage" : "passages"} in <b className="num">{articles}</b> {articles === 1 ? "article" : "articles"}
      </span>
      <span className="num tax__bal">
        <span aria-hidden="true">{contests} contest</span>
        <span className="hued" style={{ color: `var(--fw-${framework.hue})` }}>
          <BalanceBar supports={supports} contests={contests} most={Math.max(supports, contests)} reach={56} height={8} />
        </span>
        <span aria-hidden="true">{supports} support</span>
      </span>
    </p>
  );
}

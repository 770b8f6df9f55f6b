import { memo } from "react";
import type { FrameworkCount } from "@/lib/annotations/tally";
import type { ReadingPage } from "@/lib/articles/reading";
import { plural } from "@/lib/format";
import { BalanceBar } from "../frameworks/balance";
import { Siglum } from "../frameworks/siglum";
import { Icon } from "../ui/icon";
import type { FrameworkLookup } from "./framework-lookup";

/** As many frameworks as fit beside the article's header; the others open over the margin, so that none moves the text. */
const MAX_LISTED = 8;

type Props = { used: readonly FrameworkCount[]; frameworks: FrameworkLookup; can: ReadingPage["can"] };

/** How to read the lines, and the frameworks tagged in this article with what is said of them. */
export const ReadingKey = memo(function ReadingKey({ used, frameworks, can }: Props) {
  const inOrder = (counts: readonly FrameworkCount[]) =>
    [...frameworks.keys()].flatMap((id) => counts.find((count) => count.frameworkId === id) ?? []);
  const rest = used.slice(MAX_LISTED);
  const most = Math.max(0, ...used.map(({ supports, contests }) => Math.max(supports, contests)));
  const rows = (counts: readonly FrameworkCount[]) => <KeyRows counts={counts} frameworks={frameworks} most={most} />;
  return (
    <section className="rkey" aria-label="How to read the lines">
      <p className="rkey__lines">
        <span className="st st--s">whole: supports</span> <span className="st st--c">broken: contests</span>{" "}
        <span className="st st--m">dash-dot: split</span>
      </p>
      {used.length === 0 && <NothingTagged can={can} />}
      {rows(inOrder(used.slice(0, MAX_LISTED)))}
      {rest.length > 0 && (
        <details>
          <summary>
            <Icon name="right" isSmall />
            {plural(rest.length, { one: "more framework", other: "more frameworks" })}
          </summary>
          {rows(inOrder(rest))}
        </details>
      )}
    </section>
  );
});

function KeyRows({ counts, frameworks, most }: { counts: readonly FrameworkCount[]; frameworks: FrameworkLookup; most: number }) {
  return (
    <ul>
      {counts.map(({ frameworkId, supports, contests }) => {
        const framework = frameworks.get(frameworkId);
        if (!framework) return null;
        return (
          <li key={frameworkId}>
            <Siglum framework={framework} isNamed />
            <span className={framework.isDeprecated ? "is-dep" : undefined}>{framework.label}</span>
            <BalanceBar supports={supports} contests={contests} most={most} unit={2} reach={44} height={6} />
          </li>
        );
      })}
    </ul>
  );
}

function NothingTagged({ can }: Pick<Props, "can">) {
  return (
    <>
      <p className="rkey__none">No one has tagged a passage yet.</p>
      {can.annotate ? (
        <p>Select a passage to say which framework it supports or contests. Its note will stand here, beside the words.</p>
      ) : (
        <p>What readers tag will stand here, beside the words. Sign in to select a passage and tag it.</p>
      )}
    </>
  );
}

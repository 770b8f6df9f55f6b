import Link from "next/link";
import type { HedgeProfile } from "@/lib/articles/library";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { Siglum } from "../frameworks/siglum";
import { paths } from "../shell/paths";

type Props = { profiles: readonly HedgeProfile[]; frameworks: FrameworkSummaries };

/** How to read a hedge, and the names behind the hues that occur on this page: a hue is never left alone. */
export function HedgeKey({ profiles, frameworks }: Props) {
  const used = new Set(profiles.flatMap((profile) => profile.flatMap((column) => column.cells.map((cell) => cell.frameworkId))));
  const shown = frameworks.filter((framework) => used.has(framework.id));
  return (
    <section>
      <h2 className="h2" id="key">
        Reading a hedge
      </h2>
      <p className="key__p">Each column is a paragraph, each block a tag.</p>
      <ul className="key__forms">
        <li className="split__s">above the line, solid: the passage supports</li>
        <li className="split__c">below the line, hollow: it contests</li>
      </ul>
      {shown.length > 0 && (
        <>
          <p className="key__p">The hue names the framework.</p>
          <ul className="key__fw">
            {shown.map((framework) => (
              <li key={framework.id}>
                <Siglum framework={framework} isNamed />
                <Link href={paths.framework(framework.slug)}>{framework.label}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

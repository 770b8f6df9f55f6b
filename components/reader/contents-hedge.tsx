import type { ReadingPlan, Section } from "@/lib/articles/reading-plan";
import { BalanceBar } from "../frameworks/balance";

/** The whole article as a vertical hedge: its sections, and in each the balance of every paragraph. */
export function ContentsHedge({ plan }: { plan: ReadingPlan }) {
  return (
    <nav className="toc" aria-label="Contents">
      {plan.sections.map((section) => (
        <SectionRows key={keyOf(section)} section={section} most={plan.most} />
      ))}
    </nav>
  );
}

function SectionRows({ section: { heading, paragraphs }, most }: { section: Section; most: number }) {
  return (
    <div className="toc__s">
      {heading && <a href={`#${heading.anchor}`}>{heading.text}</a>}
      {paragraphs.map(({ anchor, block, counts }) => (
        <a key={anchor} className="toc__p" href={`#${anchor}`}>
          {block.number}
          <BalanceBar {...counts} most={most} unit={4} reach={60} height={5} />
        </a>
      ))}
    </div>
  );
}

function keyOf({ heading, paragraphs }: Section): string {
  return heading?.anchor ?? paragraphs[0]?.anchor ?? "";
}

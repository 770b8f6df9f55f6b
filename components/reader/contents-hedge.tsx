import type { ReadingPlan, Section } from "@/lib/articles/reading-plan";
import { BalanceBar } from "../frameworks/balance";

/** The whole article as a vertical hedge: its sections, and in each the balance of every paragraph. */
export function ContentsHedge({ plan, language }: { plan: ReadingPlan /** the article’s, BCP 47 */; language: string }) {
  return (
    <nav className="toc" aria-label="Contents">
      {plan.sections.map((section) => (
        <SectionRows key={keyOf(section)} section={section} most={plan.most} language={language} />
      ))}
    </nav>
  );
}

function SectionRows({ section: { heading, paragraphs }, most, language }: { section: Section; most: number; language: string }) {
  return (
    <div className="toc__s">
      {heading && (
        <a href={`#${heading.anchor}`} lang={language} dir="auto">
          {heading.text}
        </a>
      )}
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

import { memo } from "react";
import type { StanceCount } from "@/lib/articles/library";
import type { Section } from "@/lib/articles/reading-plan";
import { BalanceBar } from "../frameworks/balance";

type Props = {
  sections: readonly Section[];
  /** by block */
  counts: readonly StanceCount[];
  most: number;
  /** the article’s, BCP 47 */
  language: string;
};

const NONE: StanceCount = { supports: 0, contests: 0 };

/** The whole article as a vertical hedge: its sections, and in each the balance of every paragraph. */
export const ContentsHedge = memo(function ContentsHedge({ sections, counts, most, language }: Props) {
  return (
    <nav className="toc" aria-label="Contents">
      {sections.map(({ heading, paragraphs }) => (
        <div className="toc__s" key={heading?.anchor ?? paragraphs[0]?.anchor ?? ""}>
          {heading && (
            <a href={`#${heading.anchor}`} lang={language} dir="auto">
              {heading.text}
            </a>
          )}
          {paragraphs.map(({ anchor, block, index }) => {
            const { supports, contests } = counts[index] ?? NONE;
            return <ContentsRow key={anchor} {...{ anchor, supports, contests, most }} number={block.number} />;
          })}
        </div>
      ))}
    </nav>
  );
});

type RowProps = StanceCount & { anchor: string; number: number | null; most: number };

const ContentsRow = memo(function ContentsRow({ anchor, number, supports, contests, most }: RowProps) {
  return (
    <a className="toc__p" href={`#${anchor}`}>
      {number}
      <BalanceBar supports={supports} contests={contests} most={most} unit={4} reach={60} height={5} />
    </a>
  );
});

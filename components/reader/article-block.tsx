import { memo, type ReactNode } from "react";
import { planClaims } from "@/lib/annotations/claim-counts";
import type { BlockLayer } from "@/lib/annotations/layer";
import type { MarkedFrameworks } from "@/lib/annotations/marked-html";
import { contentHeightOf } from "@/lib/annotations/note-order";
import { tallyAll } from "@/lib/annotations/tally";
import type { PlannedBlock } from "@/lib/articles/reading-plan";
import { BalanceBar } from "../frameworks/balance";
import { ClaimsLine } from "./claims-line";
import { MarkedText } from "./marked-text";

type Props = {
  planned: PlannedBlock;
  layer: BlockLayer;
  isStop: boolean;
  /** tags for or against in the most tagged paragraph: the measure of all the balances */
  most: number;
  frameworks: MarkedFrameworks;
  /** in a long article, a block is laid out when it comes near the window */
  isLong: boolean;
  /** the author's answers to critiques of it */
  answers: ReactNode;
  /** the article's */
  slug: string;
};

/** One block: number and balance in the gutter, the text, its claims. */
export const ArticleBlock = memo(function ArticleBlock({ planned, layer, isStop, most, frameworks, isLong, answers, slug }: Props) {
  const { anchor, block, claims, index } = planned;
  const place = { id: anchor, "data-block": index };
  const text = { planned, layer, isStop, frameworks };
  if (block.kind === "heading") {
    const Heading = headingOf(block.level);
    return (
      <Heading className="sect" {...place}>
        <MarkedText as="span" {...text} />
      </Heading>
    );
  }
  const counts = tallyAll(layer.begun);
  return (
    <div
      className={`para ${kindClass[block.kind]}`.trimEnd()}
      role={block.kind === "listItem" ? "listitem" : undefined}
      style={{
        ...(block.kind === "listItem" && { "--level": block.level ?? 1 }),
        ...(isLong && { "--height": `${contentHeightOf(planned)}px` }),
      }}
      {...place}
    >
      <div className="para__g" lang="en">
        {block.number !== null && (
          // The contents lead to every paragraph; the number is there to be copied, so it is no stop of its own.
          <a className="para__n" href={`#${anchor}`} tabIndex={-1} aria-label={`Paragraph ${block.number}`}>
            {block.number}
          </a>
        )}
        {counts.supports + counts.contests > 0 && <BalanceBar {...counts} most={most} unit={2} reach={30} height={6} />}
      </div>
      <MarkedText as={block.kind === "quotation" ? "blockquote" : "p"} {...text} />
      {claims.length > 0 && <ClaimsLine claims={planClaims(claims, anchor, layer)} slug={slug} />}
      {answers}
    </div>
  );
});

const kindClass = { paragraph: "", quotation: "para--quotation", listItem: "para--item" };

/** The title is the first level; sections are below it. */
function headingOf(level: number | null): "h2" | "h3" | "h4" {
  if (level === 3) return "h3";
  return level !== null && level > 3 ? "h4" : "h2";
}

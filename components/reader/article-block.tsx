import type { PlannedBlock, ReadingPlan } from "@/lib/articles/reading-plan";
import { BalanceBar } from "../frameworks/balance";
import { ClaimsLine } from "./claims-line";
import type { FrameworkLookup } from "./framework-lookup";
import { MarkedText } from "./marked-text";

type Props = { planned: PlannedBlock; plan: ReadingPlan; frameworks: FrameworkLookup };

/**
 * One block: number and balance in the gutter, the text, its claims. The text element ([data-text]) holds the block's text and
 * nothing else, so that places in it can be counted in the browser.
 */
export function ArticleBlock({ planned, plan, frameworks }: Props) {
  const { anchor, block, claims, counts, depth, index } = planned;
  const text = <MarkedText planned={planned} plan={plan} frameworks={frameworks} />;
  const place = { id: anchor, "data-block": index, "data-depth": depth > 0 ? depth : undefined };
  const span = { className: "para__t", dir: "auto", "data-text": true, "data-start": block.start, "data-end": block.end };
  if (block.kind === "heading") {
    const Heading = headingOf(block.level);
    return (
      <Heading className="sect" {...place}>
        <span {...span}>{text}</span>
      </Heading>
    );
  }
  const Text = block.kind === "quotation" ? "blockquote" : "p";
  return (
    <div
      className={`para ${kindClass[block.kind]}`.trimEnd()}
      role={block.kind === "listItem" ? "listitem" : undefined}
      style={block.kind === "listItem" ? { "--level": block.level ?? 1 } : undefined}
      {...place}
    >
      <div className="para__g" lang="en">
        {block.number !== null && (
          // The contents lead to every paragraph; the number is there to be copied, so it is no stop of its own.
          <a className="para__n" href={`#${anchor}`} tabIndex={-1} aria-label={`Paragraph ${block.number}`}>
            {block.number}
          </a>
        )}
        {counts.supports + counts.contests > 0 && <BalanceBar {...counts} most={plan.most} unit={2} reach={30} height={6} />}
      </div>
      <Text {...span}>{text}</Text>
      {claims.length > 0 && <ClaimsLine claims={claims} />}
    </div>
  );
}

const kindClass = { paragraph: "", quotation: "para--quotation", listItem: "para--item" };

/** The title is the first level; sections are below it. */
function headingOf(level: number | null): "h2" | "h3" | "h4" {
  if (level === 3) return "h3";
  return level !== null && level > 3 ? "h4" : "h2";
}

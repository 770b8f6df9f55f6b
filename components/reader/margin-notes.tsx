import { marginCells } from "@/lib/annotations/note-order";
import type { ReadingPage } from "@/lib/articles/reading";
import type { ReadingPlan } from "@/lib/articles/reading-plan";
import { FoldLine } from "./fold-line";
import type { FrameworkLookup } from "./framework-lookup";
import { Note } from "./note";
import { ReadingKey } from "./reading-key";
import { BLOCK_ROW } from "./rows";

type Props = { page: ReadingPage; plan: ReadingPlan; frameworks: FrameworkLookup; now: Date };

/** The margin: the key, then the notes of each block in its row, in the order of the text. */
export function MarginNotes({ page, plan, frameworks, now }: Props) {
  const cells = marginCells(plan.blocks, page.revision.text, page.annotations);
  return (
    <aside className="read__margin" aria-label="Margin notes">
      <ReadingKey used={plan.used} frameworks={frameworks} can={page.can} />
      {cells.map(({ blockIndex, span, items }) => {
        const block = plan.blocks[blockIndex];
        if (!block) return null;
        const row = BLOCK_ROW + blockIndex;
        const kind = block.block.kind === "heading" ? "read__cell read__cell--sect" : "read__cell";
        return (
          <div key={block.block.id} className={kind} style={{ gridRow: `${row} / span ${span}` }}>
            {items.map((item) => {
              const place = { "--step": item.step, "--steps": item.steps };
              return item.kind === "fold" ? (
                <FoldLine key="fold" annotations={item.annotations} block={block} frameworks={frameworks} place={place} />
              ) : (
                <Note
                  key={item.annotation.id}
                  annotation={item.annotation}
                  isFolded={item.isFolded}
                  block={block}
                  start={plan.starts.get(item.annotation.id)}
                  slug={page.article.slug}
                  frameworks={frameworks}
                  now={now}
                  place={place}
                />
              );
            })}
          </div>
        );
      })}
    </aside>
  );
}

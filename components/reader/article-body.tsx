import type { PlannedBlock, ReadingPlan } from "@/lib/articles/reading-plan";
import { ArticleBlock } from "./article-block";
import type { FrameworkLookup } from "./framework-lookup";

type Props = { plan: ReadingPlan; frameworks: FrameworkLookup };

/** The article's blocks in order. List items that follow each other are one list. */
export function ArticleBody({ plan, frameworks }: Props) {
  const block = (planned: PlannedBlock) => <ArticleBlock key={planned.block.id} planned={planned} plan={plan} frameworks={frameworks} />;
  return stretches(plan.blocks).map(({ isList, blocks, key }) =>
    isList ? (
      // Not <ul>: its items are rows of the page with a number and notes of their own, and stay <div> like all blocks.
      // biome-ignore lint/a11y/useSemanticElements: see above
      <div key={key} className="para-list" role="list">
        {blocks.map(block)}
      </div>
    ) : (
      blocks.map(block)
    ),
  );
}

type Stretch = { key: string; isList: boolean; blocks: PlannedBlock[] };

function stretches(blocks: readonly PlannedBlock[]): Stretch[] {
  const list: Stretch[] = [];
  for (const planned of blocks) {
    const isList = planned.block.kind === "listItem";
    const last = list.at(-1);
    if (last?.isList === isList) last.blocks.push(planned);
    else list.push({ key: `from ${planned.block.id}`, isList, blocks: [planned] });
  }
  return list;
}

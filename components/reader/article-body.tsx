import { memo, type ReactNode } from "react";
import type { BlockLayer } from "@/lib/annotations/layer";
import type { MarkedFrameworks } from "@/lib/annotations/marked-html";
import type { PlannedBlock } from "@/lib/articles/reading-plan";
import { ArticleBlock } from "./article-block";

type Props = {
  blocks: readonly PlannedBlock[];
  layers: readonly BlockLayer[];
  /** tags for or against in the most tagged paragraph */
  most: number;
  frameworks: MarkedFrameworks;
  /** the author's answers to critiques, by block */
  answers: Readonly<Record<number, ReactNode>>;
  /** the article's */
  slug: string;
};

/** So many blocks are laid out at once without a thought. */
const MANY_BLOCKS = 300;

/** Whether an article is so long that its blocks are laid out as they come near the window. */
export function isLongArticle(blocks: readonly unknown[]): boolean {
  return blocks.length > MANY_BLOCKS;
}

const NOTHING: BlockLayer = { over: [], begun: [] };

/** The article's blocks in order. List items that follow each other are one list. */
export const ArticleBody = memo(function ArticleBody({ blocks, layers, most, frameworks, answers, slug }: Props) {
  const isLong = isLongArticle(blocks);
  const stop = layers.findIndex(({ begun }) => begun.length > 0);
  const block = (planned: PlannedBlock) => (
    <ArticleBlock
      key={planned.block.id}
      planned={planned}
      layer={layers[planned.index] ?? NOTHING}
      isStop={planned.index === stop}
      most={most}
      frameworks={frameworks}
      isLong={isLong}
      answers={answers[planned.index]}
      slug={slug}
    />
  );
  return stretches(blocks).map(({ isList, blocks, key }) =>
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
});

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

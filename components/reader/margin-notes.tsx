import { memo, useMemo } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { BlockLayer } from "@/lib/annotations/layer";
import { isCrowded, marginCells } from "@/lib/annotations/note-order";
import type { Unsaved } from "@/lib/annotations/unsaved";
import type { PlannedBlock } from "@/lib/articles/reading-plan";
import type { Talk } from "./client/note-thread";
import { FoldLine } from "./fold-line";
import type { FrameworkLookup } from "./framework-lookup";
import { Note } from "./note";
import { BLOCK_ROW } from "./rows";

export type MarginState = {
  /** the blocks whose notes are mounted: [from, to), and what is open or has focus elsewhere */
  mounted: { from: number; to: number; also: readonly number[] };
  /** the key of the open note, where notes open in the margin */
  openKey: string | null;
  /** the keys of the notes at the same place as the open one */
  here: ReadonlySet<string>;
  /** blocks whose fold line is unfolded */
  unfolded: ReadonlySet<number>;
};

type Props = MarginState & {
  blocks: readonly PlannedBlock[];
  layers: readonly BlockLayer[];
  annotations: readonly AnchoredAnnotation[];
  /** notes that were fetched after the page, by annotation id */
  texts: ReadonlyMap<string, string>;
  /** what the server has not stored, by key */
  unsaved: ReadonlyMap<string, Unsaved>;
  slug: string;
  frameworks: FrameworkLookup;
  /** the present moment, for the age of notes: ISO 8601 */
  now: string;
  talk: Talk;
};

/** The notes of each block in its row, in the order of the text: all of them, or of very many those near the window. */
export const MarginNotes = memo(function MarginNotes(props: Props) {
  const { blocks, layers, annotations, texts, unsaved, slug, frameworks, now, talk, mounted, openKey, here, unfolded } = props;
  const crowded = isCrowded(annotations);
  const { from, to, also } = mounted;
  const cells = useMemo(
    () => [
      ...also
        .filter((index) => index < from || index >= to)
        .flatMap((index) => marginCells(blocks, layers, { from: index, to: index + 1, crowded })),
      ...marginCells(blocks, layers, { from, to, crowded }),
    ],
    [blocks, layers, from, to, also, crowded],
  );
  const at = useMemo(() => new Date(now), [now]);
  return cells.map(({ blockIndex, span, items }) => {
    const planned = blocks[blockIndex];
    const layer = layers[blockIndex];
    if (!planned || !layer) return null;
    const row = BLOCK_ROW + blockIndex;
    const isUnfolded = unfolded.has(blockIndex);
    return (
      <div
        key={planned.block.id}
        className={planned.block.kind === "heading" ? "read__cell read__cell--sect" : "read__cell"}
        style={{ gridRow: `${row} / span ${span}` }}
      >
        {items.map((item) => {
          const { step, steps } = item;
          if (item.kind === "fold")
            return <FoldLine key="fold" {...{ step, steps, planned, frameworks, isUnfolded }} annotations={item.annotations} />;
          const { annotation, isFolded } = item;
          // Where there are very many, what is folded away is not even there.
          if (isFolded && crowded && !isUnfolded) return null;
          return (
            <Note
              key={annotation.key}
              {...{ step, steps, annotation, planned, layer, slug, frameworks }}
              note={annotation.note === undefined ? texts.get(annotation.id) : annotation.note}
              unsaved={unsaved.get(annotation.key)}
              isFolded={isFolded && !isUnfolded}
              isOpen={annotation.key === openKey}
              isHere={here.has(annotation.key)}
              now={at}
              talk={talk}
            />
          );
        })}
      </div>
    );
  });
});

import { describe, expect, it } from "vitest";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { layersOf } from "@/lib/annotations/layer";
import { firstBlocks, lineAt, MAX_MOUNTED, marginCells } from "@/lib/annotations/note-order";
import { annotation, blocksOf } from "../../fixtures/reading";

const long = "word ".repeat(80).trim();
type Source = ReturnType<typeof blocksOf>;
const cellsOf = (source: Source, annotations: AnchoredAnnotation[], crowded = false) =>
  marginCells(
    source.blocks.map((block) => ({ block, text: source.text.slice(block.start, block.end), claims: [] })),
    layersOf(source.blocks, annotations),
    { from: 0, to: source.blocks.length, crowded },
  );

describe("lineAt", () => {
  it.each([
    ["at the beginning", "short", 0, 0],
    ["within the first line", "x".repeat(200), 60, 0],
    ["on the third", "x".repeat(200), 140, 2],
    ["full-width characters take twice the room", "漢".repeat(100), 35, 1],
    ["after a line break", "one\ntwo\nthree", 8, 2],
    ["outside", "short", -4, 0],
  ])("%s", (_, text, offset, line) => {
    expect(lineAt(text, offset)).toBe(line);
  });
});

describe("marginCells", () => {
  const source = blocksOf("# Heading", `${long} FIRST`, "Nothing here.", `SECOND ${long}`);
  const tags: [string, "supports"][] = [["du", "supports"]];

  it("makes a cell for each annotated block, with room beside the blocks that have no notes", () => {
    const annotations = [annotation(source, "a", "FIRST", tags), annotation(source, "b", "SECOND", tags)];
    const cells = cellsOf(source, annotations);
    expect(cells.map(({ blockIndex, span }) => [blockIndex, span])).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  it("puts a note on the half line where its passage is reckoned to begin", () => {
    const [cell] = cellsOf(source, [annotation(source, "a", "FIRST", tags)]);
    expect(cell?.items[0]).toMatchObject({ kind: "note", step: 2 * lineAt(source.text.slice(8), long.length) });
  });

  it("never lets two notes of a block lie on each other", () => {
    const annotations = ["a", "b", "c"].map((id) => annotation(source, id, "SECOND", tags, { note: long }));
    const [cell] = cellsOf(source, annotations);
    const items = cell?.items ?? [];
    items.slice(1).forEach((item, index) => {
      const before = items[index];
      expect(item.step).toBeGreaterThanOrEqual((before?.step ?? 0) + (before?.steps ?? 0));
    });
  });

  it("folds the fourth and further notes into a line that has their place", () => {
    const annotations = ["a", "b", "c", "d", "e"].map((id) => annotation(source, id, "SECOND", tags));
    const items = cellsOf(source, annotations)[0]?.items ?? [];
    expect(items.map((item) => (item.kind === "fold" ? "fold" : `${item.annotation.id}${item.isFolded ? " folded" : ""}`))).toEqual([
      "a",
      "b",
      "c",
      "fold",
      "d folded",
      "e folded",
    ]);
    expect(items[4]?.step).toBe(items[3]?.step);
  });

  it("lets what a short block has no room for push the next block's notes down", () => {
    const crowded = blocksOf("SHORT", "NEXT");
    const annotations = [
      ...["a", "b", "c"].map((id) => annotation(crowded, id, "SHORT", tags, { note: long })),
      annotation(crowded, "d", "NEXT", tags),
    ];
    const next = cellsOf(crowded, annotations)[1];
    expect(next?.items[0]?.step).toBeGreaterThan(6);
  });

  it("where there are very many, lets rest beside a block only what has room there", () => {
    const annotations = [...["a", "b", "c"].map((id) => annotation(source, id, "Nothing", tags)), annotation(source, "d", "SECOND", tags)];
    const items = cellsOf(source, annotations, true)[0]?.items ?? [];
    expect(items.map((item) => (item.kind === "fold" ? `${item.annotations.length} folded` : item.isFolded))).toEqual([
      "3 folded",
      true,
      true,
      true,
    ]);
  });
});

describe("firstBlocks", () => {
  const source = blocksOf(...Array.from({ length: MAX_MOUNTED }, (_, index) => `Paragraph ${index}`));
  const all = source.blocks.map((block, index) => ({
    ...annotation(source, `a${index}`, "Paragraph", [["du", "supports"]]),
    start: block.start,
    end: block.end,
    blockIndex: index,
  }));
  it("are all of them where there are few notes, and some where there are many", () => {
    expect(firstBlocks(layersOf(source.blocks, all.slice(0, 10)))).toBe(source.blocks.length);
    expect(firstBlocks(layersOf(source.blocks, all))).toBe(40);
  });
});

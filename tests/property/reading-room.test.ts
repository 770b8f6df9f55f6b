import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnchoredAnnotation, inTextOrder } from "@/lib/annotations/annotation";
import { changeLayers, insert, layersOf } from "@/lib/annotations/layer";
import { markedHtml } from "@/lib/annotations/marked-html";
import { decodeAnnotations, encodeAnnotations, keyOf } from "@/lib/annotations/wire";
import { blockIndexAt } from "@/lib/articles/canonical";
import { critiqueStates } from "@/lib/critiques/life";
import { annotation, blocksOf, frameworks } from "../fixtures/reading";

const source = blocksOf(
  "# A <heading> & more",
  "Some “words” 日本語の文 and e\u0301 and 👩‍👩‍👧.",
  "> quoted",
  'Another paragraph of "words".',
  "- item",
  "Last one.",
);
const frameworkIds = frameworks.map(({ id }) => id);
const tag = fc.record({ frameworkId: fc.constantFrom(...frameworkIds), stance: fc.constantFrom("supports" as const, "contests" as const) });
const anchored = fc
  .record({
    id: fc.uuid(),
    from: fc.nat(source.text.length - 2),
    length: fc.integer({ min: 1, max: 60 }),
    tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 3, selector: ({ frameworkId }) => frameworkId }),
    note: fc.option(fc.string({ unit: "grapheme" })),
    createdAt: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
    isEdited: fc.boolean(),
    state: fc.constantFrom(null, { kind: "moved" as const, why: "words-changed" as const, from: { revision: 1, paragraph: 3 } }),
    audience: fc.constantFrom("everyone" as const, "onlyMe" as const),
    replies: fc.nat({ max: 9 }),
    critique: fc.option(fc.constantFrom(...critiqueStates)),
    isHidden: fc.boolean(),
    can: fc.record({ edit: fc.boolean(), remove: fc.boolean(), moderate: fc.boolean() }),
  })
  .map(({ id, from, length, note, createdAt, isEdited, ...rest }): AnchoredAnnotation => {
    const words = note === "" ? null : note;
    return {
      ...annotation(source, id, "Some", [], {}),
      ...rest,
      start: from,
      end: Math.min(from + length, source.text.length),
      blockIndex: blockIndexAt(source.blocks, from) ?? 0,
      note: words,
      noteLength: words?.length ?? 0,
      createdAt: createdAt.toISOString(),
      editedAt: isEdited ? createdAt.toISOString() : null,
    };
  });
const many = fc
  .uniqueArray(anchored, { maxLength: 12, selector: ({ id }) => id })
  .map((list) => list.sort(inTextOrder).map((each, index) => ({ ...each, key: keyOf(index) })));

describe("annotations on the wire", () => {
  it("arrive as they were sent", () => {
    fc.assert(
      fc.property(many, (annotations) => {
        expect(decodeAnnotations(encodeAnnotations(annotations, frameworkIds), frameworkIds)).toEqual(annotations);
      }),
    );
  });

  it("leave long notes behind, and say how long they are", () => {
    const note = "x".repeat(40_000);
    const annotations = ["a", "b"].map((id, index) => ({
      ...annotation(source, id, "Some", [["du", "supports"]], { note }),
      key: keyOf(index),
    }));
    const arrived = decodeAnnotations(encodeAnnotations(annotations, frameworkIds), frameworkIds);
    expect(arrived.map((each) => [each.note, each.noteLength])).toEqual([
      [undefined, 40_000],
      [undefined, 40_000],
    ]);
  });
});

describe("layers", () => {
  it("are, after any changes one by one, what they are when made anew", () => {
    fc.assert(
      fc.property(many, fc.array(fc.tuple(fc.nat(), fc.option(anchored)), { maxLength: 8 }), (annotations, changes) => {
        let list: readonly AnchoredAnnotation[] = annotations;
        let layers = layersOf(source.blocks, list);
        for (const [at, to] of changes) {
          const from = list[at % (list.length + 1)] ?? null;
          layers = changeLayers(layers, source.blocks, from, to);
          const others = list.filter((other) => other !== from);
          list = to ? insert(others, to) : others;
        }
        expect(layers).toEqual(layersOf(source.blocks, list));
      }),
    );
  });

  it("stay the same objects for blocks that a change does not lie over", () => {
    fc.assert(
      fc.property(many, anchored, (annotations, added) => {
        const before = layersOf(source.blocks, annotations);
        const after = changeLayers(before, source.blocks, null, added);
        source.blocks.forEach((block, index) => {
          const isUnder = block.start < added.end && block.end > added.start;
          expect(after[index] === before[index]).toBe(!isUnder);
        });
      }),
    );
  });
});

describe("markedHtml", () => {
  const looks = new Map(frameworks.map(({ id, hue, label }, rank) => [id, { hue, label, rank }]));
  const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": "\u00a0" };
  const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] ?? entity);

  it("holds the text of the block and, in its marks, every word of every passage", () => {
    fc.assert(
      fc.property(many, (annotations) => {
        layersOf(source.blocks, annotations).forEach((layer, index) => {
          const block = source.blocks[index];
          if (!block) return;
          const text = source.text.slice(block.start, block.end);
          const html = markedHtml({ text, start: block.start, layer, formats: [], isStop: true }, looks);
          expect(textOf(html)).toBe(text);
          for (const each of layer.over) {
            const marks = [...html.matchAll(/<mark [^>]*data-p="([^"]*)"[^>]*>(.*?)<\/mark>/gs)];
            const words = marks.filter(([, keys]) => keys?.split(" ").includes(each.key)).map(([, , inner]) => textOf(inner ?? ""));
            expect(words.join("")).toContain(text.slice(Math.max(0, each.start - block.start), each.end - block.start));
          }
          expect(html.match(/tabindex="0"/g)?.length ?? 0).toBe(layer.begun.length > 0 ? 1 : 0);
        });
      }),
    );
  });

  it("lets nothing in a text or a link become markup", () => {
    const text = `<img src=x onerror="alert(1)"> & 'more'`;
    const href = `https://a.example/"><script>`;
    const html = markedHtml(
      { text, start: 0, layer: { over: [], begun: [] }, formats: [{ kind: "link", start: 0, end: 4, href }], isStop: false },
      looks,
    );
    expect(html).toBe(`<a href="https://a.example/&quot;><script>" rel="noreferrer">&lt;img</a> src=x onerror="alert(1)"&gt; &amp; 'more'`);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportedAnnotation } from "@/lib/collection/collection";
import { csvOf } from "@/lib/exports/annotation-csv";
import { csvRow } from "@/lib/exports/csv";
import { toWebAnnotation } from "@/lib/exports/web-annotation";

/** RFC 4180, read strictly: what a spreadsheet gets. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < csv.length) {
    const row: string[] = [];
    for (;;) {
      expect(csv[at]).toBe('"');
      let cell = "";
      for (at++; csv[at] !== '"' || csv[at + 1] === '"'; at += csv[at] === '"' ? 2 : 1) cell += csv[at];
      row.push(cell);
      at++;
      if (csv[at] !== ",") break;
      at++;
    }
    expect(csv.slice(at, at + 2)).toBe("\r\n");
    at += 2;
    rows.push(row);
  }
  return rows;
}

const piece = fc.constantFrom("=", "+", "-", "@", '"', ",", "\r\n", "\n", "\t", " ", "ally", "同盟", "🦔", "＝", "1+1", "'");
const cell = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "grapheme" }),
);

describe("CSV", () => {
  it("comes back as it was, apart from the apostrophe that keeps a formula from being one", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const back = parse(rows.map((row) => csvRow(row)).join(""));
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [index, row] of rows.entries()) {
          for (const [column, text] of row.entries()) {
            const found = back[index]?.[column] ?? "";
            expect([text, `'${text}`]).toContain(found);
            expect(found).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const addresses = {
  annotation: (slug: string, id: string) => `https://hedgerow.example/articles/${slug}/annotations/${id}`,
  revision: (slug: string, number: number) => `https://hedgerow.example/articles/${slug}/revisions/${number}`,
  framework: (slug: string) => `https://hedgerow.example/frameworks/${slug}`,
  vocabulary: "https://hedgerow.example/ns#",
};
const text = fc
  .array(fc.constantFrom("ally ", "🦔", "同盟", "e\u0301", "👩‍👩‍👧", "\n", "."), { minLength: 1, maxLength: 40 })
  .map((all) => all.join(""));
const annotation = fc
  .record({ content: text, from: fc.nat(), length: fc.nat(), note: fc.option(cell) })
  .map(({ content, from, length, note }) => {
    const start = from % content.length;
    const end = start + 1 + (length % (content.length - start));
    const quote = content.slice(start, end);
    const one: ExportedAnnotation = {
      ...{
        id: "a1",
        article: { slug: "s", title: "=T", language: "en" },
        revision: { number: 2, text: content },
        note,
        audience: "onlyMe",
      },
      passage: { start, end, quote, prefix: content.slice(0, start), suffix: content.slice(end), paragraph: 3 },
      tags: [
        { stance: "supports", framework: { slug: "du", label: "Dual hedge", notation: "H2" } },
        { stance: "contests", framework: { slug: "re", label: "Realignment", notation: "R" } },
      ],
      ...{ creator: "Mina", createdAt: "2026-11-24T12:00:00.000Z", editedAt: null },
    };
    return one;
  });
const isWhole = ({ passage: { quote } }: ExportedAnnotation) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(quote);

describe("a Web Annotation", () => {
  it("names the same words by code points as the passage does by code units", () => {
    fc.assert(
      fc.property(annotation.filter(isWhole), (one) => {
        const { target, body } = toWebAnnotation(one, addresses);
        const [position, quote] = target.selector;
        const points = [...one.revision.text];
        expect(points.slice(position?.start, position?.end).join("")).toBe(one.passage.quote);
        expect(quote).toMatchObject({ exact: one.passage.quote, prefix: one.passage.prefix, suffix: one.passage.suffix });
        expect(body.slice(0, 2)).toMatchObject([
          { purpose: "classifying", source: "https://hedgerow.example/frameworks/du", stance: "supports" },
          { purpose: "classifying", source: "https://hedgerow.example/frameworks/re", stance: "contests" },
        ]);
        expect(body.length).toBe(one.note === null ? 2 : 3);
      }),
      { numRuns: 1000 },
    );
  });

  it("has a row of its own in the CSV, with each stance in its column", () => {
    fc.assert(
      fc.property(annotation, (one) => {
        const [row = []] = parse(csvOf(one, "https://hedgerow.example/a1"));
        expect(row).toHaveLength(12);
        expect([row[1], row[5], row[6], row[8]]).toEqual(["'=T", "Dual hedge", "Realignment", "only me"]);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Filter, filterParameters, MAX_FILTER_TEXT, matcherOf, parseFilter } from "@/lib/annotations/filter";
import { annotation, blocksOf, frameworks } from "../fixtures/reading";

const source = blocksOf("The alliance of 日米 is a hedge against decline, and a bargain.");
const people = ["Mina", "Chen", "Aalto"];
const made = fc.array(
  fc.record({
    quote: fc.constantFrom("alliance", "日米", "hedge against", "bargain"),
    tags: fc.uniqueArray(fc.tuple(fc.constantFrom("du", "ab", "re"), fc.constantFrom("supports" as const, "contests" as const)), {
      minLength: 1,
      maxLength: 3,
      selector: ([id]) => id,
    }),
    name: fc.constantFrom(...people),
    note: fc.option(fc.constantFrom("so", "not so", "日米 だけ")),
    isPrivate: fc.boolean(),
  }),
  { maxLength: 12 },
);
const annotationsOf = (rows: typeof made extends fc.Arbitrary<infer T> ? T : never) =>
  rows.map(({ quote, tags, name, note, isPrivate }, index) =>
    annotation(source, `a${index}`, quote, tags, { name, note, audience: isPrivate ? "onlyMe" : "everyone" }),
  );
const personIds = annotationsOf(
  people.map((name) => ({ quote: "bargain", tags: [["du", "supports"]], name, note: null, isPrivate: false })),
).map(({ person }) => person.id);
const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const filter: fc.Arbitrary<Filter> = fc.record({
  frameworks: some(frameworks.map(({ slug }) => slug)),
  stances: some(["supports", "contests"] as const),
  people: some(personIds),
  layers: some(["everyone", "onlyMe"] as const),
  states: some(["exact", "moved", "placed"] as const),
  text: fc
    .oneof(fc.constantFrom("", "so", "日米", "hedge so"), fc.string({ maxLength: 40 }))
    .map((text) => text.replace(/\s+/g, " ").trim()),
});

describe("a filter", () => {
  it("comes back from its address as it was", () => {
    fc.assert(
      fc.property(filter, (asked) => {
        const parameters = new URLSearchParams(new URLSearchParams(filterParameters(asked)).toString());
        expect(parseFilter((name) => parameters.getAll(name), { frameworks, people: personIds })).toEqual(asked);
      }),
    );
  });

  it("reads any address without a complaint", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("framework", "stance", "by", "layer", "state", "text"), fc.array(fc.string())), (query) => {
        const parsed = parseFilter((name) => query[name] ?? [], { frameworks, people: personIds });
        expect(parsed.text.length).toBeLessThanOrEqual(MAX_FILTER_TEXT);
      }),
    );
  });

  it("leaves some of what there is, in its order; and fewer the more is on", () => {
    fc.assert(
      fc.property(made, filter, (rows, asked) => {
        const annotations = annotationsOf(rows);
        const left = (of: Filter) => annotations.filter(matcherOf(of, { frameworks, text: source.text }));
        const all = left(asked);
        expect(annotations.filter((one) => all.includes(one))).toEqual(all);
        for (const off of [
          { ...asked, frameworks: [] },
          { ...asked, stances: [] },
          { ...asked, people: [] },
          { ...asked, layers: [] },
          { ...asked, states: [] },
          { ...asked, text: "" },
        ]) {
          const more = left(off);
          for (const one of all) expect(more).toContain(one);
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { type Filter, filteredPath, matcherOf, noFilter, parseFilter, toggled } from "@/lib/annotations/filter";
import { countFacets } from "@/lib/annotations/filter-facets";
import { annotation, blocksOf, framework } from "../../fixtures/reading";

const source = blocksOf("Tokyo hedges.", "両国の間で Ōsaka trades.");
const frameworks = [
  framework("hedging", "He", 1, "Hedging"),
  { ...framework("multiple", "Mu", 2, "Multiple hedges"), broaderId: "hedging" },
  { ...framework("decline", "De", 3, "Hedge against decline"), broaderId: "multiple" },
  framework("trade", "Tr", 4, "Commercial interdependence"),
];
const annotations = [
  annotation(source, "a", "Tokyo", [["hedging", "supports"]], { name: "Mina", note: "Plainly so." }),
  annotation(
    source,
    "b",
    "hedges",
    [
      ["decline", "contests"],
      ["trade", "supports"],
    ],
    { name: "Chen", note: "同盟は違う" },
  ),
  annotation(source, "c", "Ōsaka", [["trade", "contests"]], { name: "Mina", audience: "onlyMe", isViewer: true }),
  {
    ...annotation(source, "d", "両国", [["multiple", "supports"]], { name: "Chen" }),
    state: { kind: "moved", why: "relocated", from: { revision: 1, paragraph: 1 } } as const,
  },
];
const [mina, chen] = [annotations[0]?.person.id ?? "", annotations[1]?.person.id ?? ""];
const left = (filter: Partial<Filter>) =>
  annotations.filter(matcherOf({ ...noFilter, ...filter }, { frameworks, text: source.text })).map(({ id }) => id);

describe("a filter", () => {
  it.each<[string, Partial<Filter>, string[]]>([
    ["nothing", {}, ["a", "b", "c", "d"]],
    ["a framework, with all that is under it", { frameworks: ["hedging"] }, ["a", "b", "d"]],
    ["a framework under another", { frameworks: ["multiple"] }, ["b", "d"]],
    ["two frameworks", { frameworks: ["decline", "trade"] }, ["b", "c"]],
    ["a stance", { stances: ["contests"] }, ["b", "c"]],
    ["a stance to a framework: of the same tag", { frameworks: ["hedging"], stances: ["contests"] }, ["b"]],
    ["not the stance to another one", { frameworks: ["trade"], stances: ["contests"] }, ["c"]],
    ["a person", { people: [mina] }, ["a", "c"]],
    ["a layer", { layers: ["onlyMe"] }, ["c"]],
    ["a state", { states: ["moved"] }, ["d"]],
    ["words of the note", { text: "plainly" }, ["a"]],
    ["words of the passage, whatever their accents", { text: "OSAKA" }, ["c"]],
    ["words without spaces", { text: "同盟" }, ["b"]],
    ["all the words", { text: "so tokyo" }, ["a"]],
    ["all at once", { frameworks: ["hedging"], stances: ["contests"], people: [chen], text: "違う" }, ["b"]],
  ])("of %s leaves what matches", (_what, filter, ids) => {
    expect(left(filter)).toEqual(ids);
  });

  it("relies on the server for notes that were not sent", () => {
    const unsent = annotations.map((one) => ({ ...one, note: one.note === null ? null : undefined }));
    const matches = matcherOf({ ...noFilter, text: "plainly" }, { frameworks, text: source.text, found: new Set(["a"]) });
    expect(unsent.filter(matches).map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("an address", () => {
  const known = { frameworks, people: [mina, chen] };
  const parse = (query: string) => {
    const parameters = new URLSearchParams(query);
    return parseFilter((name) => parameters.getAll(name), known);
  };

  it("is readable, and always the same for the same filter", () => {
    const filter: Filter = {
      ...noFilter,
      frameworks: ["hedging", "trade"],
      stances: ["contests"],
      layers: ["onlyMe"],
      text: "同盟 & more",
    };
    expect(decodeURIComponent(filteredPath("/a", filter))).toBe(
      "/a?framework=hedging&framework=trade&stance=contests&layer=onlyMe&text=同盟+&+more",
    );
    expect(filteredPath("/a", parse("text=&layer=onlyMe&stance=contests&framework=trade&framework=hedging"))).toBe(
      "/a?framework=hedging&framework=trade&stance=contests&layer=onlyMe",
    );
    expect(filteredPath("/a", noFilter)).toBe("/a");
  });

  it("may say anything: what is not known here is not on", () => {
    expect(parse("framework=no-such&stance=maybe&by=nobody&layer=all&state=lost&other=1&text=%20%20")).toEqual(noFilter);
    expect(parse(`by=${chen}&by=${chen}&by=nobody`).people).toEqual([chen]);
    expect(parse(`text=${"a".repeat(500)}`).text).toHaveLength(200);
  });

  it("loses a value when it is switched off", () => {
    expect(toggled(parse("stance=contests&stance=supports"), "stances", "contests")).toEqual(parse("stance=supports"));
    expect(toggled(noFilter, "stances", "contests").stances).toEqual(["contests"]);
  });
});

describe("counts", () => {
  it("say how many each choice would leave by itself", () => {
    const counts = countFacets(annotations, frameworks);
    for (const { id, slug } of frameworks) expect(counts.frameworks.get(id) ?? 0, slug).toBe(left({ frameworks: [slug] }).length);
    expect(counts.stances).toEqual({ supports: left({ stances: ["supports"] }).length, contests: 2 });
    expect(counts.people.map(({ displayName, count }) => [displayName, count])).toEqual([
      ["Mina", 2],
      ["Chen", 2],
    ]);
    expect(counts.layers).toEqual({ everyone: 3, onlyMe: 1 });
    expect(counts.states).toEqual({ exact: 3, moved: 1, placed: 0 });
  });
});

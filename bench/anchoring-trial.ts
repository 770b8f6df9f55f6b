import approximately from "approx-string-match";
import { carry } from "../lib/anchoring/carry";
import { CONTEXT_LENGTH, describe as describePassage } from "../lib/anchoring/describe";
import type { TextQuoteSelector } from "../lib/anchoring/match";
import { place } from "../lib/anchoring/place";
import type { Span } from "../lib/anchoring/span";
import { indexText } from "../lib/anchoring/text-index";
import type { Verdict } from "../lib/anchoring/verdict";
import { outcomeOf } from "../tests/fixtures/anchoring/outcome";
import { asHypothesis, verdictOf } from "./anchoring-rivals";
import { milliseconds, printTable, ratio } from "./measure";
import { random } from "./random";

type Revision = { from: string; to: string; passages: Span[]; truths: (Span | null)[] };

const VOCABULARY = 12_000;
const PARAGRAPH = 100;
/** Words of a passage, one to so many. */
const LONGEST = 25;

/**
 * A text of so many words whose frequencies are those of language (Zipf), revised: one word in two hundred replaced, one in four hundred
 * left out or put in, one paragraph in fifty taken out and one in fifty put elsewhere. About one passage in nine is not word for word.
 */
function revision(words: number, passages: number, seed: number): Revision {
  const next = random(seed);
  const word = () => {
    const rank = Math.floor(VOCABULARY ** next());
    return `${"bcdfghlmnprstv"[rank % 14]}${"aeiou"[rank % 5]}${rank.toString(36)}`;
  };
  const original = Array.from({ length: words }, word);
  const offsets: number[] = [];
  let from = "";
  const separator = (index: number) => (index === 0 ? "" : index % PARAGRAPH === 0 ? "\n" : " ");
  for (const [index, one] of original.entries()) {
    from += separator(index);
    offsets.push(from.length);
    from += one;
  }
  const paragraphs = Array.from({ length: Math.ceil(words / PARAGRAPH) }, (_, index) => index).filter(() => next() >= 0.02);
  for (let index = 0; index < paragraphs.length / 50; index++) {
    const [moved] = paragraphs.splice(Math.floor(next() * paragraphs.length), 1);
    if (moved !== undefined) paragraphs.splice(Math.floor(next() * paragraphs.length), 0, moved);
  }
  const placed = new Map<number, Span>();
  let to = "";
  for (const paragraph of paragraphs) {
    if (to !== "") to += "\n";
    const end = Math.min(words, (paragraph + 1) * PARAGRAPH);
    for (let index = paragraph * PARAGRAPH; index < end; index++) {
      const chance = next();
      if (chance < 0.00125) continue;
      if (chance < 0.0025) to += `${word()} `;
      const text = chance > 0.995 ? word() : (original[index] ?? "");
      placed.set(index, { start: to.length, end: to.length + text.length });
      to += index + 1 < end ? `${text} ` : text;
    }
  }
  const spans = Array.from({ length: passages }, () => {
    const length = 1 + Math.floor(next() * LONGEST);
    const first = Math.floor(next() * (words / PARAGRAPH)) * PARAGRAPH + Math.floor(next() * (PARAGRAPH - length));
    return { first, last: Math.min(words, first + length) - 1 };
  });
  const truthOf = (first: number, last: number): Span | null => {
    const left = Array.from({ length: last - first + 1 }, (_, index) => placed.get(first + index)).filter((span) => span !== undefined);
    return left.length === 0 ? null : { start: left[0]?.start ?? 0, end: left.at(-1)?.end ?? 0 };
  };
  return {
    ...{ from, to },
    passages: spans.map(({ first, last }) => ({ start: offsets[first] ?? 0, end: (offsets[last] ?? 0) + (original[last]?.length ?? 0) })),
    truths: spans.map(({ first, last }) => truthOf(first, last)),
  };
}

/** Milliseconds of processor time since the given reading: what else runs on the machine does not lengthen it. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** The median of a few runs, after one that is not counted, in milliseconds of processor time; and what the last one gave. */
async function timed<T>(run: () => T | Promise<T>, runs: number): Promise<{ time: number; value: T }> {
  const measured: number[] = [];
  let value = await run();
  for (let index = 0; index < runs; index++) {
    const begun = process.cpuUsage();
    value = await run();
    measured.push(processorTime(begun));
  }
  return { time: measured.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN, value };
}

const outcomes = ["right", "wrong", "asked", "missed"] as const;

/** How often each outcome is, in shares. */
function sharesOf(verdicts: readonly Verdict[], truths: readonly (Span | null)[]): string[] {
  const found = verdicts.map((verdict, index) => outcomeOf({ truth: truths[index] ?? null }, verdict));
  return outcomes.map((outcome) => `${((100 * found.filter((one) => one === outcome).length) / found.length).toFixed(2)} %`);
}

/** Passages that the slower way is given: it takes as long for each, however many there are. */
const SOME = 500;

/** 10,000 passages of a text of 100,000 words, carried at once; and quotes without their text, sought one by one. */
export async function benchTrial(): Promise<void> {
  const trial = revision(100_000, 10_000, 7);
  const { from, to, passages, truths } = trial;
  const { time, value: verdicts } = await timed(() => carry(from, to, passages), 5);
  const some = passages.slice(0, SOME);
  const search = async () => {
    const found: Verdict[] = [];
    for (const passage of some) found.push(verdictOf(await asHypothesis(to, selectorAt(from, passage), passage.start)));
    return found;
  };
  const theirs = await timed(search, 1);
  const exact = verdicts.filter(({ kind }) => kind === "exact").length;
  const each = (total: number, count: number) => `${((1000 * total) / count).toFixed(0)} µs`;
  const perPassage = ratio(theirs.time / some.length, time / passages.length);
  printTable(
    `10,000 passages of a text of 100,000 words, ${(100 - (100 * exact) / passages.length).toFixed(1)} % of them no longer exact (processor time)`,
    ["", "passages", "time", "a passage", "ratio", ...outcomes],
    [
      ["Hedgerow", "10,000", milliseconds(time), each(time, passages.length), "1.0 ×", ...sharesOf(verdicts, truths)],
      [
        "quote search, as Hypothesis",
        String(SOME),
        milliseconds(theirs.time),
        each(theirs.time, SOME),
        perPassage,
        ...sharesOf(theirs.value, truths),
      ],
    ],
  );
  await benchQuotes(trial, verdicts);
}

/** The quote and as much context as the annotators that we interchange with keep. */
export function selectorAt(text: string, { start, end }: Span): TextQuoteSelector {
  const prefix = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  return { quote: text.slice(start, end), prefix, suffix: text.slice(end, end + CONTEXT_LENGTH) };
}

const QUOTES = 200;
/** Shorter quotes are found word for word or not at all. */
const SHORTEST = 24;

async function benchQuotes({ from, to, passages, truths }: Revision, verdicts: readonly Verdict[]): Promise<void> {
  const edited = passages
    .map((passage, index) => ({ selector: describePassage(from, passage), truth: truths[index] ?? null, verdict: verdicts[index] }))
    .filter(({ selector, truth, verdict }) => truth && verdict?.kind === "moved" && verdict.score < 1 && selector.quote.length >= SHORTEST)
    .slice(0, QUOTES);
  const built = await timed(() => indexText(to), 5);
  const ours = await timed(() => edited.map(({ selector }) => place(built.value, selector)), 3);
  const theirs = await timed(() => edited.map(({ selector: { quote } }) => approximately(to, quote, Math.min(256, quote.length / 2))), 1);
  const right = ours.value.filter((verdict, index) => outcomeOf({ truth: edited[index]?.truth ?? null }, verdict) === "right").length;
  const each = (time: number) => milliseconds(time / edited.length);
  printTable(
    `${edited.length} edited quotes sought in those 100,000 words, without the text they were made in (processor time)`,
    ["", "the index, once", "a quote", "ratio", "right"],
    [
      [
        "place",
        milliseconds(built.time),
        `${((1000 * ours.time) / edited.length).toFixed(0)} µs`,
        "1.0 ×",
        `${((100 * right) / edited.length).toFixed(1)} %`,
      ],
      ["approx-string-match over the whole text", "", each(theirs.time), ratio(theirs.time, ours.time), ""],
    ],
  );
}

/** How the time grows: with the length of the text, with the number of passages, and in texts made to be hard. */
export async function benchGrowth(): Promise<void> {
  const rows: string[][] = [];
  let floor = 0;
  for (const words of [12_500, 25_000, 50_000, 100_000, 200_000]) {
    const { from, to, passages } = revision(words, 1000, 11);
    const { time } = await timed(() => carry(from, to, passages), 3);
    if (floor === 0) floor = time / words;
    rows.push([`${words.toLocaleString("en")} words, 1,000 passages`, milliseconds(time), ratio(time / words, floor)]);
  }
  let least = 0;
  for (const count of [1250, 5000, 20_000]) {
    const { from, to, passages } = revision(50_000, count, 12);
    const { time } = await timed(() => carry(from, to, passages), 3);
    if (least === 0) least = time;
    rows.push([
      `50,000 words, ${count.toLocaleString("en")} passages`,
      milliseconds(time),
      `${ratio(time, least)} for ${ratio(count, 1250)}`,
    ]);
  }
  const one = revision(100_000, 100, 13);
  const hard: [string, string, string][] = [
    ["100,000 words, another text altogether", one.from, revision(100_000, 1, 14).from],
    ["one word 100,000 times, one changed", "ha ".repeat(100_000), `${"ha ".repeat(60_000)}ho ${"ha ".repeat(39_999)}`],
    ["the paragraphs in reverse", one.from, one.from.split("\n").reverse().join("\n")],
  ];
  for (const [name, from, to] of hard) {
    const passages = one.passages.filter(({ end }) => end <= from.length);
    rows.push([name, milliseconds((await timed(() => carry(from, to, passages), 3)).time), ""]);
  }
  printTable("Growth (median of 3, processor time; ratios are to the first of each group, by the word)", ["", "time", "ratio"], rows);
}

import { carry } from "../lib/anchoring/carry";
import { place } from "../lib/anchoring/place";
import { indexText } from "../lib/anchoring/text-index";
import type { Verdict } from "../lib/anchoring/verdict";
import { type CorpusCase, corpus, REPORTED, REPORTING_SEED } from "../tests/fixtures/anchoring/corpus";
import { outcomeOf, Score, type Tally } from "../tests/fixtures/anchoring/outcome";
import { asApacheAnnotator, asHypothesis, type Finder, verdictOf } from "./anchoring-rivals";
import { benchGrowth, benchTrial, selectorAt } from "./anchoring-trial";
import { median, milliseconds, printTable, ratio } from "./measure";

type Way = { name: string; judge: (revision: CorpusCase) => Promise<Verdict>; score: Score; times: number[] };

const finder =
  (find: Finder) =>
  async ({ from, to, passage }: CorpusCase) =>
    verdictOf(await find(to, selectorAt(from, passage), passage.start));

const alone = async ({ from, to, passage }: CorpusCase): Promise<Verdict> =>
  carry(from, to, [passage])[0] ?? { kind: "lost", why: "not-found" };

/** As a quote that was imported is sought: without the text that it was made in. */
const byQuote = async ({ from, to, passage }: CorpusCase) => place(indexText(to), selectorAt(from, passage));

/** How well and how fast passages are carried to revised texts, beside what others do. Needs no database. */
export async function benchAnchoring(): Promise<void> {
  const ways: Way[] = [
    { name: "Hedgerow", judge: alone },
    { name: "Hedgerow, by the quote alone", judge: byQuote },
    { name: "approx-string-match, as Hypothesis", judge: finder(asHypothesis) },
    { name: "Apache Annotator", judge: finder(asApacheAnnotator) },
  ].map((way) => ({ ...way, score: new Score(), times: [] }));
  for (const revision of corpus(REPORTING_SEED, REPORTED))
    for (const { judge, score, times } of ways) {
      const begun = performance.now();
      const verdict = await judge(revision);
      times.push(performance.now() - begun);
      score.add(revision.kind, outcomeOf(revision, verdict));
    }
  printAccuracy(ways);
  await benchTrial();
  await benchGrowth();
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

function printAccuracy(ways: readonly Way[]): void {
  const [ours, ...others] = ways;
  if (!ours) return;
  const row = (name: string, pick: (score: Score) => Tally) => {
    const { cases, right, wrong, asked, missed } = pick(ours.score);
    const rest = others.flatMap(({ score }) => [share(pick(score).right, cases), share(pick(score).wrong, cases)]);
    return [name, String(cases), share(right, cases), share(wrong, cases), share(asked, cases), share(missed, cases), ...rest];
  };
  printTable(
    "Passages carried to revised texts (right: placed truly or said to be gone; wrong: placed elsewhere without notice)",
    ["", "cases", "right", "wrong", "asked", "missed", "quote alone right", "wrong", "Hypothesis right", "wrong", "Apache right", "wrong"],
    [
      ...[...ours.score.byKind.keys()].map((kind) => row(kind, (score) => score.of(kind))),
      row("all deleted", (score) => score.of("deleted")),
      row("all", (score) => score.of("")),
    ],
  );
  const fastest = Math.min(...ways.map(({ times }) => mean(times)));
  printTable(
    "Time of one passage carried alone (the whole of both texts is aligned for it; passages share that cost below)",
    ["", "median", "mean", "ratio of means"],
    ways.map(({ name, times }) => [
      name,
      milliseconds(median([...times].sort((a, b) => a - b))),
      milliseconds(mean(times)),
      ratio(mean(times), fastest),
    ]),
  );
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

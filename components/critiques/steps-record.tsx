import type { StepWords } from "@/lib/critiques/desk";
import type { ShownStep } from "@/lib/critiques/schema";
import { stateWords, stepWords } from "@/lib/critiques/words";
import { RichBlocks } from "../markdown/rich-blocks";
import { paths } from "../shell/paths";
import { Time } from "../ui/time";
import { StateGlyph } from "./state-mark";

type Props = {
  steps: readonly ShownStep[];
  slug: string;
  /** the words of the steps, by comment id; left out where they stand beside, in their thread */
  words?: Readonly<Record<string, StepWords>>;
};

/** What has happened to a critique: who did what when, and why. */
export function StepsRecord({ steps, slug, words }: Props) {
  return (
    <ol className="steps" aria-label="What has happened so far">
      {steps.map((step) => (
        <Step key={step.number} step={step} slug={slug} words={step.commentId === null ? undefined : words?.[step.commentId]} />
      ))}
    </ol>
  );
}

function Step({ step, slug, words }: { step: ShownStep; slug: string; words: StepWords | undefined }) {
  const { kind, to, person, actor, revised, at } = step;
  return (
    <li className="step" data-actor={actor}>
      <StateGlyph state={to} />
      <p className="step__h">
        <b dir="auto">{person.isViewer ? "You" : person.name}</b> {person.isViewer ? (yours[kind] ?? stepWords[kind]) : stepWords[kind]}
        <span className="vh">: {stateWords[to]}</span> <Time date={at} />
      </p>
      {revised && (
        <p className="step__rev">
          <a className="link" href={`${paths.revision(slug, revised.number)}${revised.paragraph === null ? "" : `#p${revised.paragraph}`}`}>
            {revised.paragraph !== null && `¶\u00a0${revised.paragraph} of `}revision {revised.number}
          </a>{" "}
          <q dir="auto">{beginning(revised.quote)}</q>
        </p>
      )}
      {words && (
        <div className={words.isAuthor ? "step__w serif" : "step__w"}>
          <RichBlocks blocks={words.body} />
        </div>
      )}
    </li>
  );
}

/** Where the word for others does not go with “you”. */
const yours: Partial<Record<ShownStep["kind"], string>> = {
  acknowledge: "have read it and will answer",
  satisfy: "are satisfied",
  maintain: "maintain it",
};

const QUOTE_LENGTH = 120;

function beginning(quote: string): string {
  if (quote.length <= QUOTE_LENGTH) return quote;
  return `${quote
    .slice(0, QUOTE_LENGTH)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/\s\S*$/, "")}…`;
}

"use client";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef } from "react";
import {
  blockOfPassage,
  type Choosable,
  choiceOf,
  countWords,
  needsWords,
  offeredSteps,
  type RevisedText,
  storedChoice,
} from "@/lib/critiques/answer";
import type { StepWords } from "@/lib/critiques/desk";
import type { CritiqueState } from "@/lib/critiques/life";
import type { ShownCritique } from "@/lib/critiques/schema";
import { plural } from "@/lib/format";
import { MAX_COMMENT_LENGTH } from "@/lib/threads/schema";
import { DraftNote } from "../drafts/draft-note";
import { useKeptDraft } from "../drafts/use-kept-draft";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { isComposing } from "../ui/is-composing";
import { Kbd } from "../ui/kbd";
import { Meanwhile } from "./meanwhile";
import { RevisePicker } from "./revise-picker";
import { StepChoice } from "./step-choice";
import { type TakeStepAct, useStep } from "./use-step";

type Props = {
  critique: ShownCritique;
  slug: string;
  /** whose draft it is */
  personId: string;
  take: TakeStepAct;
  /** the newest text of the article, where a revision can be pointed to; null where "revise" is not offered */
  revision: RevisedText | null;
  /** of the article, BCP 47 */
  language: string;
  /** where the critique's passage stands in that text */
  passageStart: number | null;
  /** the words of the steps, to show what came while one wrote */
  words?: Readonly<Record<string, StepWords>>;
  /** a step that was asked for outside the form (by a key): chosen with each new `at`; null takes the words alone */
  asked?: { kind: Choosable | null; at: number } | null;
  onTaken?(state: CritiqueState): void;
  /** stands before the button that posts */
  beside?: ReactNode;
};

/** Answers a critique, or says how it ended. Give it the critique's id as React key. */
export function StepForm({ critique, slug, personId, take, revision, language, passageStart, words, asked, onTaken, beside }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const draft = useKeptDraft({ key: `step:${critique.id}`, personId });
  const offered = offeredSteps(critique.can).filter((kind) => kind !== "revise" || revision !== null);
  const isAuthor = !critique.critic.isViewer;

  const stored = choiceOf(draft.choice);
  const only = offered.length === 1 ? offered[0] : undefined;
  const kind = stored && offered.includes(stored.kind) ? stored.kind : (only ?? null);
  const blocks = revision?.blocks ?? [];
  const known = blocks.find((block) => block.id === stored?.blockId)?.id;
  const blockId = known ?? blockOfPassage(blocks, passageStart)?.id ?? null;
  const choice = kind && { kind, blockId: kind === "revise" ? blockId : null };
  const { post, goOn, meanwhile, problem, isSending } = useStep({ critique, draft, choice, revision, take, onTaken });

  const choose = (to: Choosable) => draft.change({ choice: storedChoice({ kind: to, blockId: null }) });
  const obey = useEffectEvent(() => {
    if (!asked) return;
    if (asked.kind !== null && offered.includes(asked.kind)) choose(asked.kind);
    const isWritten = asked.kind === null || needsWords(asked.kind);
    const target = isWritten ? field.current : form.current?.querySelector<HTMLElement>("[type=submit]");
    target?.focus();
  });
  const askedAt = asked?.at ?? null;
  useEffect(() => {
    if (askedAt !== null) obey();
  }, [askedAt]);

  if (offered.length === 0 && draft.text === "") return null;
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    post();
  };
  const count = countWords(draft.text);
  const tooLong = draft.text.length > MAX_COMMENT_LENGTH;
  return (
    <form
      className="answer__box"
      ref={form}
      aria-label={isAuthor ? "Answer this critique" : "Say how it stands"}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        post();
      }}
    >
      {offered.length > 0 && (
        <StepChoice offered={offered} chosen={kind} label={isAuthor ? "How you answer" : "What you say to it"} onChoose={choose} />
      )}
      {kind === "revise" && revision && blockId !== null && (
        <RevisePicker
          {...{ slug, revision, language, blockId }}
          onChoose={(to) => draft.change({ choice: storedChoice({ kind: "revise", blockId: to }) })}
        />
      )}
      <label className="vh" htmlFor={id}>
        {labelOf(kind, isAuthor)}
      </label>
      <textarea
        className={isAuthor ? "answer__t serif" : "answer__t"}
        id={id}
        ref={field}
        dir="auto"
        rows={4}
        value={draft.text}
        placeholder={labelOf(kind, isAuthor)}
        aria-invalid={tooLong || undefined}
        aria-describedby={`${id}-f`}
        onChange={(event) => draft.change({ text: event.target.value })}
      />
      <Meanwhile steps={meanwhile} slug={slug} words={words} onGoOn={goOn} />
      {problem !== null && (
        <p className="answer__p err" role="alert">
          <Icon name="warn" />
          {problem}
        </p>
      )}
      <footer className="answer__f">
        <span className="muted answer__n" id={`${id}-f`}>
          {count > 0 && (
            <span className={tooLong ? "err" : undefined}>
              {tooLong ? lengthWords(draft.text.length) : plural(count, { one: "word", other: "words" })}
            </span>
          )}
          <DraftNote draft={draft} />
        </span>
        <span className="answer__acts">
          {beside}
          {offered.length > 0 && (
            <Button type="submit" variant="primary" size="sm" aria-disabled={isSending || undefined}>
              {isSending ? "Posting…" : kind === "acknowledge" ? "Acknowledge" : isAuthor ? "Post answer" : "Post"} <Kbd>Ctrl Enter</Kbd>
            </Button>
          )}
        </span>
      </footer>
    </form>
  );
}

function labelOf(kind: Choosable | null, isAuthor: boolean): string {
  if (kind === "reopen") return "Why it is opened again";
  if (kind !== null && !needsWords(kind)) return "A word with it, if you like";
  return isAuthor ? "Your answer" : "Your words";
}

function lengthWords(length: number): string {
  return `${plural(length - MAX_COMMENT_LENGTH, { one: "character", other: "characters" })} too long`;
}

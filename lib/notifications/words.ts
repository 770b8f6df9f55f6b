import type { StepKind } from "../critiques/life";
import type { NoticeKind, ShownNotice } from "./schema";

/** What was done to a critique, after the name of who did it. */
export const stepWords: Record<StepKind, string> = {
  raise: "raised a critique",
  acknowledge: "acknowledged a critique",
  concede: "conceded a critique",
  rebut: "rebutted a critique",
  clarify: "clarified what a critique asked about",
  revise: "revised the text after a critique",
  satisfy: "is satisfied with the answer to a critique",
  maintain: "maintains a critique after its answer",
  withdraw: "withdrew a critique",
  reopen: "reopened a critique",
};

const answerWords: Partial<Record<StepKind, string>> = {
  concede: "conceded your critique",
  rebut: "rebutted your critique",
  clarify: "clarified what your critique asked about",
  revise: "revised the text after your critique",
};

const goneWords: Record<NoticeKind, string> = {
  mention: "You were named in a comment that is not shown any more.",
  reply: "You were answered in a comment that is not shown any more.",
  followed: "A comment in what you follow is not shown any more.",
  critique: "A critique of your article is not shown any more.",
  answer: "An answer to your critique is not shown any more.",
  step: "A step in a critique is not shown any more.",
};

/** What the notice tells: who, null where that is not shown any more, and what they did. */
export function inWords({ kind, by, critique }: Pick<ShownNotice, "kind" | "by" | "critique">): { who: string | null; did: string } {
  if (by === null) return { who: null, did: goneWords[kind] };
  return { who: by.name, did: didWords(kind, critique?.step ?? null) };
}

function didWords(kind: NoticeKind, step: StepKind | null): string {
  if (kind === "critique") return "asks you to answer a critique";
  if (kind === "mention") return step === null ? "named you in a comment" : `${stepWords[step]} and named you`;
  if (step !== null) return (kind === "answer" && answerWords[step]) || stepWords[step];
  return kind === "reply" ? "answered you" : "wrote in a discussion that you follow";
}

import type { ReactNode } from "react";
import type { ComposerProblem } from "@/lib/annotations/composer";
import { MAX_NOTE_LENGTH, MAX_TAGS } from "@/lib/annotations/limits";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { paths, withQuery } from "../shell/paths";
import { Icon } from "../ui/icon";

type Props = {
  id: string;
  problem: ComposerProblem;
  frameworks: FrameworkSummaries;
  /** the address to come back to after signing in again */
  returnTo: string;
  /** sends the same again; of an annotation that has a newer version, in its place */
  onRetry(): void;
};

/** What happened, and what to do about it; everything that was typed stands above it untouched. */
export function ComposerTrouble({ id, problem, frameworks, returnTo, onRetry }: Props) {
  return (
    <p className="err" role="alert" id={id}>
      <Icon name="warn" />
      <span>
        {wordsFor(problem, frameworks)} {remedyFor(problem, returnTo, onRetry)}
      </span>
    </p>
  );
}

function wordsFor(problem: ComposerProblem, frameworks: FrameworkSummaries): string {
  switch (problem.kind) {
    case "already-here": {
      const label = frameworks.find(({ id }) => id === problem.frameworkId)?.label ?? "This framework";
      return `${label} is here already: the passage ${problem.stance} it. Switch its stance in its own line.`;
    }
    case "too-many":
      return `One annotation carries at most ${MAX_TAGS} frameworks. Remove one first.`;
    case "no-framework":
      return "Choose at least one framework.";
    case "not-chosen":
      return `“${problem.query}” is typed but not chosen. Choose a framework from the list, or empty the field.`;
    case "note-too-long":
      return `A note has at most ${MAX_NOTE_LENGTH.toLocaleString("en-GB")} characters; this one is ${problem.by.toLocaleString("en-GB")} too long.`;
    case "unreachable":
      return "The server could not be reached. What you wrote is still here.";
    case "outdated":
      return "Hedgerow was renewed since this page was opened. What you wrote is kept as a draft: load the page again, and go on with it.";
    case "refused":
      return problem.message;
  }
}

function remedyFor(problem: ComposerProblem, returnTo: string, onRetry: () => void): ReactNode {
  if (problem.kind === "refused" && problem.code === "unauthenticated") {
    return (
      <a className="link" href={withQuery(paths.signIn, { callbackUrl: returnTo })}>
        Sign in
      </a>
    );
  }
  if (problem.kind === "outdated") {
    return (
      <button type="button" className="link" onClick={() => location.reload()}>
        Load again
      </button>
    );
  }
  if (problem.kind !== "unreachable" && problem.kind !== "refused") return null;
  return (
    <button type="button" className="link" onClick={onRetry}>
      {problem.kind === "refused" && problem.code === "conflict" ? "Save mine in its place" : "Try again"}
    </button>
  );
}

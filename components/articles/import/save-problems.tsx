"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { blockNumbers } from "@/lib/articles/draft-blocks";
import type { DraftProblem, ProblemPlace } from "@/lib/articles/draft-problems";
import type { EditedDraft } from "@/lib/articles/edited-draft";
import { paths } from "../../shell/paths";
import { Icon } from "../../ui/icon";
import { fieldId } from "./draft-fields";
import type { SaveOutcome } from "./use-saving";

type Props = { outcome: SaveOutcome; draft: EditedDraft };

/** Why nothing was saved, each reason with a link to its place. Takes the focus when it appears, as the button is far below. */
export function SaveProblems({ outcome, draft }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.at === "refused" || outcome.at === "existed") box.current?.focus();
  }, [outcome]);
  if (outcome.at === "existed") {
    return (
      <div className="banner banner--save" ref={box} tabIndex={-1} role="alert">
        <Icon name="info" />
        <span>
          <b>This text is already here.</b> Nothing was changed.
        </span>
        <Link className="link" href={paths.article(outcome.slug)}>
          Read it
        </Link>
      </div>
    );
  }
  if (outcome.at !== "refused") return null;
  return (
    <div className="banner banner--save" ref={box} tabIndex={-1} role="alert">
      <Icon name="warn" />
      <div>
        <b>Nothing was saved.</b>
        <ul>
          {outcome.problems.map((problem) => (
            <li key={`${JSON.stringify(problem.place)} ${problem.message}`}>
              <Reason problem={problem} draft={draft} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Reason({ problem: { place, message }, draft }: { problem: DraftProblem; draft: EditedDraft }) {
  if (place.kind === "draft") return message;
  return (
    <>
      <a className="link" href={`#${targetOf(place)}`}>
        {nameOf(place, draft)}
      </a>
      : {message}
    </>
  );
}

function targetOf(place: Exclude<ProblemPlace, { kind: "draft" }>): string {
  return place.kind === "field" ? fieldId(place.name) : `${place.kind}-${place.key}`;
}

const fieldNames: Record<keyof EditedDraft["fields"], string> = {
  title: "Title",
  standfirst: "Standfirst",
  authors: "Authors",
  published: "Published",
  language: "Language",
  sourceUrl: "Address of the source",
  citation: "Citation",
  biography: "Biography",
};

function nameOf(place: Exclude<ProblemPlace, { kind: "draft" }>, { blocks, comments }: EditedDraft): string {
  if (place.kind === "field") return fieldNames[place.name];
  if (place.kind === "comment") return `Comment ${comments.findIndex(({ key }) => key === place.key) + 1}`;
  const number = blockNumbers(blocks)[blocks.findIndex(({ key }) => key === place.key)];
  return number ? `¶ ${number}` : "A heading";
}

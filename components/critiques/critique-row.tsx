import type { MouseEvent, ReactNode } from "react";
import { shortened } from "@/lib/changes/words";
import type { DeskCritique } from "@/lib/critiques/desk";
import { frameworksOf, waitsSince } from "@/lib/critiques/desk-list";
import { kindSentences, kindWords, waitWords } from "@/lib/critiques/words";
import type { FrameworkSummary } from "@/lib/frameworks/framework";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { formatAge, formatDateTime } from "../ui/dates";
import { StateMark } from "./state-mark";

const DAY_MS = 86_400_000;
/** Older ones are late: they are set heavier. */
const LATE_DAYS = 7;

type Props = {
  critique: DeskCritique;
  frameworks: ReadonlyMap<string, FrameworkSummary>;
  /** of the article, BCP 47 */
  language: string;
  /** where the list leads with this one unfolded, or folded again */
  href: string;
  isOpen: boolean;
  now: string;
  onToggle(): void;
  /** what stands below it, unfolded */
  children?: ReactNode;
};

/** One critique in a line or two: its state, how long it has waited for whom, the passage, the objection. Open, all of it. */
export function CritiqueRow({ critique, frameworks, language, href, isOpen, now, onToggle, children }: Props) {
  const { id, state, lost, text, tags, critic, waitsFor, kind } = critique;
  const passage = critique.passage ?? lost;
  const since = waitsSince(critique);
  const isLate = waitsFor === "author" && Date.parse(now) - Date.parse(since) >= LATE_DAYS * DAY_MS;
  const framework = frameworksOf(critique)
    .map((frameworkId) => frameworks.get(frameworkId))
    .find((found) => found !== undefined);
  const stance = tags.find(({ frameworkId }) => frameworkId === framework?.id)?.stance;
  const place = passage?.paragraph == null ? null : `¶\u00a0${passage.paragraph}`;
  const toggle = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    onToggle();
  };
  const classes = ["crit", isOpen && "is-open", waitsFor === null && "is-done"].filter(Boolean).join(" ");
  return (
    <li className={classes} data-row={id} id={`c-${id}`}>
      <div className="crit__r">
        <StateMark state={state} />
        <span className={isLate ? "crit__age num is-late" : "crit__age num"} title={formatDateTime(since)}>
          <span className="vh">{waitsFor === null ? "Settled for " : "Waits for "}</span>
          {ageOf(since, now)}
        </span>
        <div className="crit__b">
          <p className="crit__q" dir="auto">
            <a href={href} aria-expanded={isOpen} onClick={toggle} lang={passage ? language : undefined}>
              {passage ? `“${isOpen ? passage.quote : shortened(passage.quote, 160)}”` : "On the article as a whole"}
            </a>
          </p>
          {!isOpen && (
            <p className="crit__x" dir="auto">
              {text === "" ? kindSentences[kind] : shortened(text, 240)}
            </p>
          )}
        </div>
        <div className="crit__m">
          {framework && (
            <span title={stance && `${stance} ${framework.label}`}>
              <Siglum framework={framework} />
              {stance ? (
                <StanceWord stance={stance} hue={framework.hue}>
                  {place ?? "—"}
                </StanceWord>
              ) : (
                place
              )}
            </span>
          )}
          {!framework && place}
          <span className="crit__k">{lost ? `of revision ${lost.revision}` : kindWords[kind]}</span>
        </div>
        <div className="crit__w">
          <b dir="auto">{critic.isViewer ? "You" : critic.name}</b>
          <span>{waitWords(waitsFor)}</span>
        </div>
      </div>
      {children}
    </li>
  );
}

/** Days where others would round to weeks: who answers counts them. */
function ageOf(since: string, now: string): string {
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / DAY_MS);
  return days >= 1 && days < 100 ? `${days} d` : (formatAge(since, new Date(now)) ?? "now");
}

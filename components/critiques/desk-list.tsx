"use client";
import { useMemo, useRef, useState } from "react";
import type { ArticleText } from "@/lib/articles/reading";
import { type Choosable, isAnswer, offeredSteps } from "@/lib/critiques/answer";
import type { DeskCritique } from "@/lib/critiques/desk";
import type { CritiqueState } from "@/lib/critiques/life";
import { stateWords, stepOffers, waitWords } from "@/lib/critiques/words";
import { plural } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { useAnnouncer } from "../reader/client/use-announcer";
import { useSingleKeys } from "../reader/client/use-single-keys";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { CritiqueOpen } from "./critique-open";
import { CritiqueRow } from "./critique-row";
import { DeskKeys } from "./desk-keys";
import { StepForm } from "./step-form";
import { useDeskKeys } from "./use-desk-keys";
import type { TakeStepAct } from "./use-step";

type Props = Pick<ArticleText, "article" | "revision"> & {
  /** those that are listed, in their order */
  critiques: readonly DeskCritique[];
  frameworks: FrameworkSummaries;
  personId: string | null;
  take: TakeStepAct;
  openId: string | null;
  /** of this list, as it is filtered and sorted */
  address: string;
  now: string;
};

/** Whether it is the viewer's turn: an author who may answer before it is answered, a critic who is answered. */
const waitsForViewer = ({ waitsFor, can, critic }: DeskCritique) =>
  waitsFor === "author" ? can.some(isAnswer) : waitsFor === "critic" && critic.isViewer;

/** The list: one critique unfolds in place, is answered there, and makes way for the next. */
export function DeskList({ article, revision, critiques, frameworks, personId, take, openId: first, address, now }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [openId, setOpen] = useState(first);
  const [asked, setAsked] = useState<{ id: string; kind: Choosable | null; at: number } | null>(null);
  const [isHelpOpen, setHelp] = useState(false);
  const { said, say } = useAnnouncer();
  const singleKeys = useSingleKeys();
  const byId = useMemo(() => new Map(frameworks.map((framework) => [framework.id, framework])), [frameworks]);

  const hrefOf = (id: string | null) => (id === null ? address : `${address}${address.includes("?") ? "&" : "?"}open=${id}`);
  const open = (id: string | null) => {
    setOpen(id);
    setAsked(null);
    // The address says what is unfolded, so that it can be passed on; going back is not through everything that was looked at.
    window.history.replaceState(null, "", hrefOf(id));
    if (id !== null) focusRow(list.current, id);
  };
  const nextFrom = (id: string | null, direction: 1 | -1, isWanted: (critique: DeskCritique) => boolean) => {
    const at = critiques.findIndex((critique) => critique.id === id);
    const later = direction === 1 ? critiques.slice(at + 1) : critiques.slice(0, Math.max(at, 0)).toReversed();
    return later.find(isWanted) ?? null;
  };
  const goOn = (id: string) => {
    const next = nextFrom(id, 1, waitsForViewer) ?? critiques.find((critique) => critique.id !== id && waitsForViewer(critique)) ?? null;
    open(next?.id ?? null);
    if (next === null) focusRow(list.current, id);
    return next;
  };
  const onTaken = (id: string, state: CritiqueState) => {
    const left = critiques.filter((critique) => critique.id !== id && waitsForViewer(critique)).length;
    const rest = left === 0 ? "None is left that waits for you" : `${plural(left, { one: "waits", other: "wait" })} for you`;
    say(`${stateWords[state]}. ${rest}.`);
    goOn(id);
  };

  useDeskKeys(list, singleKeys.areOn, {
    move(direction) {
      if (openId !== null && critiques.some((critique) => critique.id !== openId && waitsForViewer(critique))) {
        const next = nextFrom(openId, direction, waitsForViewer);
        if (next) open(next.id);
        return;
      }
      const next = nextFrom(rowWithFocus() ?? openId, direction, () => true);
      if (next) focusRow(list.current, next.id);
    },
    step(kind) {
      const critique = critiques.find(({ id }) => id === (rowWithFocus() ?? openId));
      if (!critique) return;
      const offered = offeredSteps(critique.can);
      if (offered.length === 0 || (kind !== null && !offered.includes(kind))) {
        const what = kind === null ? "Nothing of yours" : stepOffers[kind];
        return say(`${what} is open here: ${stateWords[critique.state].toLowerCase()}, ${waitWords(critique.waitsFor).toLowerCase()}.`);
      }
      if (critique.id !== openId) open(critique.id);
      setAsked({ id: critique.id, kind, at: performance.now() });
    },
    close: () => openId !== null && closeKeeping(openId),
    help: () => setHelp(true),
  });
  const closeKeeping = (id: string) => {
    open(null);
    focusRow(list.current, id);
  };

  return (
    <>
      <ol className="crits" ref={list}>
        {critiques.map((critique) => {
          const isOpen = critique.id === openId;
          const isLast = !critiques.some((one) => one.id !== critique.id && waitsForViewer(one));
          return (
            <CritiqueRow
              key={critique.id}
              {...{ critique, isOpen, now }}
              frameworks={byId}
              language={article.language}
              href={hrefOf(isOpen ? null : critique.id)}
              onToggle={() => (isOpen ? closeKeeping(critique.id) : open(critique.id))}
            >
              {isOpen && (
                <CritiqueOpen {...{ article, revision, critique }} frameworks={byId}>
                  {personId !== null && (
                    <StepForm
                      {...{ critique, personId, take, revision }}
                      slug={article.slug}
                      language={article.language}
                      passageStart={critique.passage?.start ?? null}
                      words={critique.words}
                      asked={asked?.id === critique.id ? asked : null}
                      onTaken={(state) => onTaken(critique.id, state)}
                      beside={
                        !isLast && (
                          <Button variant="quiet" size="sm" onClick={() => goOn(critique.id)}>
                            Next open <Kbd>J</Kbd>
                          </Button>
                        )
                      }
                    />
                  )}
                </CritiqueOpen>
              )}
            </CritiqueRow>
          );
        })}
      </ol>
      <p className="led__keys">
        <Button variant="quiet" size="sm" onClick={() => setHelp(true)}>
          Keys <Kbd>?</Kbd>
        </Button>
      </p>
      <p className="vh" role="status">
        {said}
      </p>
      {isHelpOpen && <DeskKeys areOn={singleKeys.areOn} onSwitch={singleKeys.switchTo} onClose={() => setHelp(false)} />}
    </>
  );
}

function rowWithFocus(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row ?? null;
}

function focusRow(list: HTMLElement | null, id: string): void {
  const row = list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  row?.querySelector<HTMLElement>(".crit__q a")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

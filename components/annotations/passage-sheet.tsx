"use client";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { verdictOf } from "@/lib/annotations/stance";
import { tallyByFramework, totalOf } from "@/lib/annotations/tally";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { Balance } from "../frameworks/balance";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { SheetNote } from "./sheet-note";

type Props = {
  /** “¶ 7” */
  place: string;
  /** the annotations whose passages run through the place that was tapped */
  annotations: readonly AnchoredAnnotation[];
  openKey: string;
  frameworks: FrameworkSummaries;
  /** the article’s */
  slug: string;
  canTag: boolean;
  /** its place in the window, for whoever has to make way */
  onShown(sheet: DOMRect): void;
  onStep(direction: 1 | -1): void;
  onTag(): void;
  onEdit(annotation: AnchoredAnnotation): void;
  onRemove(key: string): void;
  onClose(): void;
};

/** Where there is no margin: the frameworks that overlap at a place, named, and below them the notes about the one that is chosen. */
export function PassageSheet({ place, annotations, openKey, frameworks, canTag, onShown, onStep, onTag, onClose, ...acts }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<{ openKey: string; frameworkId: string } | null>(null);
  const lanes = tallyByFramework(annotations).sort((a, b) => totalOf(b) - totalOf(a));
  const first = annotations.find(({ key }) => key === openKey)?.tags[0]?.frameworkId ?? lanes[0]?.frameworkId;
  const frameworkId = chosen?.openKey === openKey ? chosen.frameworkId : first;
  const notes = annotations.filter(({ tags }) => tags.some((tag) => tag.frameworkId === frameworkId));
  const shown = useEffectEvent(onShown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step to another passage is a new sheet in the same place
  useEffect(() => {
    sheet.current?.focus();
    if (sheet.current) shown(sheet.current.getBoundingClientRect());
  }, [openKey]);

  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <section
      className="sheet"
      role="dialog"
      aria-label={`Annotations on this passage in ${place}`}
      tabIndex={-1}
      ref={sheet}
      onKeyDown={press}
    >
      <header className="sheet__h">
        <span className="sheet__p">
          <span>Passage in {place}</span>
          {lanes.length > 1 && <span className="muted num">{lanes.length} frameworks overlap</span>}
        </span>
        <span className="sheet__b">
          <Button isIcon aria-label="Previous passage" onClick={() => onStep(-1)}>
            <Icon name="left" />
          </Button>
          <Button isIcon aria-label="Next passage" onClick={() => onStep(1)}>
            <Icon name="right" />
          </Button>
          <Button isIcon aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </Button>
        </span>
      </header>
      <ul className="sheet__l" aria-label="Frameworks at this passage">
        {lanes.map((lane) => {
          const framework = frameworks.find(({ id }) => id === lane.frameworkId);
          if (!framework) return null;
          const isOn = lane.frameworkId === frameworkId;
          return (
            <li key={lane.frameworkId} className={isOn ? "is-on" : undefined}>
              <button type="button" aria-current={isOn || undefined} onClick={() => setChosen({ openKey, frameworkId: lane.frameworkId })}>
                <Siglum framework={framework} isNamed />
                <span className="sheet__fw">{framework.label}</span>
                <StanceWord stance={verdictOf(lane)} hue={framework.hue} />
                <Balance supports={lane.supports} contests={lane.contests} hue={framework.hue} />
              </button>
            </li>
          );
        })}
      </ul>
      {notes.map((annotation) => (
        <SheetNote key={annotation.key} annotation={annotation} frameworks={frameworks} {...acts} />
      ))}
      {canTag && (
        <Button className="sheet__tag" onClick={onTag}>
          <Icon name="plus" />
          Tag this passage
        </Button>
      )}
    </section>
  );
}

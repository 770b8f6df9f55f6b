import type { MouseEvent } from "react";
import { shortened } from "@/lib/changes/words";
import type { CollectedAnnotation } from "@/lib/collection/collection";
import type { FrameworkSummary } from "@/lib/frameworks/framework";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { paths } from "../shell/paths";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";

const MAX_QUOTE_LENGTH = 160;
const MAX_NOTE_LENGTH = 220;

type Props = {
  annotation: CollectedAnnotation;
  frameworks: ReadonlyMap<string, FrameworkSummary>;
  isSelected: boolean;
  /** a change of it is on its way */
  isSaving: boolean;
  onSelect(isRange: boolean): void;
};

/** One of one's own annotations, with a box to select it by. */
export function CollectionRow({ annotation, frameworks, isSelected, isSaving, onSelect }: Props) {
  const { id, version, article, quote, paragraph, tags, note, audience, createdAt, editedAt } = annotation;
  const select = (event: MouseEvent<HTMLInputElement>) => {
    // Shift makes a range, and must not turn this one alone.
    if (!event.shiftKey) return;
    event.preventDefault();
    onSelect(true);
  };
  return (
    <li className={isSelected ? "coll__r is-selected" : "coll__r"} aria-busy={isSaving || undefined} data-row={id}>
      <input
        type="checkbox"
        name="item"
        value={`${id}:${version}`}
        checked={isSelected}
        aria-labelledby={`on-${id} quote-${id}`}
        onClick={select}
        onChange={() => onSelect(false)}
      />
      <div className="coll__w">
        <p className="coll__t" id={`on-${id}`}>
          {tags.map(({ frameworkId, stance }) => {
            const framework = frameworks.get(frameworkId);
            return (
              framework && (
                <span className="coll__tag" key={frameworkId}>
                  <Siglum framework={framework} isNamed />
                  <span className={framework.isDeprecated ? "is-dep" : undefined}>{framework.label}</span>{" "}
                  <StanceWord stance={stance} hue={framework.hue} />
                </span>
              )
            );
          })}
        </p>
        <a className="coll__x" id={`quote-${id}`} href={paths.annotation(article.slug, id)} lang={article.language} dir="auto">
          {shortened(quote, MAX_QUOTE_LENGTH)}
        </a>
        {note !== null && (
          <p className="coll__n" dir="auto">
            {shortened(note, MAX_NOTE_LENGTH)}
          </p>
        )}
        <p className="coll__by">
          {audience === "onlyMe" && (
            <span className="nowrap">
              <Icon name="lock" isSmall /> Only me
            </span>
          )}
          <span>
            <span lang={article.language}>{article.title}</span>
            {paragraph !== null && ` ¶\u00a0${paragraph}`}
          </span>
          <Time date={createdAt} />
          {editedAt !== null && (
            <a className="link" href={paths.annotationHistory(article.slug, id)}>
              edited
            </a>
          )}
          {isSaving && <span>saving…</span>}
        </p>
      </div>
    </li>
  );
}

import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { UNSAVED_VERSION } from "@/lib/annotations/unsaved";
import { plural } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { StateMark } from "../critiques/state-mark";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { paths } from "../shell/paths";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";

type Props = {
  annotation: AnchoredAnnotation;
  frameworks: FrameworkSummaries;
  /** the article’s */
  slug: string;
  onEdit(annotation: AnchoredAnnotation): void;
  onRemove(key: string): void;
};

/** An annotation in the sheet: everything that its card in the margin says. */
export function SheetNote({ annotation, frameworks, slug, onEdit, onRemove }: Props) {
  const { id, key, tags, note, person, audience, createdAt, editedAt, can, replies, critique, version } = annotation;
  return (
    <article className="sheet__n">
      {tags.map(({ frameworkId, stance }, index) => {
        const framework = frameworks.find((candidate) => candidate.id === frameworkId);
        return (
          framework && (
            <header key={frameworkId} className="note__h" style={{ "--c": `var(--fw-${framework.hue})` }}>
              <Siglum framework={framework} isNamed />
              <span className={framework.isDeprecated ? "note__fw is-dep" : "note__fw"}>{framework.label}</span>
              <StanceWord stance={stance} hue={framework.hue} />
              {index === 0 && critique !== null && <StateMark state={critique} />}
            </header>
          )
        );
      })}
      {note && (
        <p className={person.isAuthor ? "sheet__x serif" : "sheet__x"} dir="auto">
          {note}
        </p>
      )}
      <p className="note__f">
        <span>{person.isViewer ? "You" : person.displayName}</span>
        <Time date={createdAt} />
        {version !== UNSAVED_VERSION && (
          <a href={paths.annotationDiscussion(slug, id)}>{replies === 0 ? "Reply" : plural(replies, { one: "reply", other: "replies" })}</a>
        )}
        {editedAt !== null && <a href={paths.annotationHistory(slug, id)}>edited</a>}
        {audience === "onlyMe" && (
          <span>
            <Icon name="lock" isSmall /> Only you
          </span>
        )}
      </p>
      {(can.edit || can.remove) && (
        <p className="sheet__acts">
          {can.edit && (
            <Button variant="quiet" onClick={() => onEdit(annotation)}>
              Edit
            </Button>
          )}
          {can.remove && (
            <Button variant="quiet" onClick={() => onRemove(key)}>
              Delete
            </Button>
          )}
        </p>
      )}
    </article>
  );
}

import type { CSSProperties } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { MAX_SHOWN_TAGS } from "@/lib/annotations/note-order";
import { markIdOf, type PassageStart } from "@/lib/annotations/passage-starts";
import { formOfVerdict } from "@/lib/annotations/stance";
import type { PlannedBlock } from "@/lib/articles/reading-plan";
import { StateLine } from "../placements/state-line";
import { paths } from "../shell/paths";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";
import { AlsoHere } from "./also-here";
import { citeBlock } from "./cite-block";
import type { FrameworkLookup } from "./framework-lookup";
import { NoteTag } from "./note-tag";

type Props = {
  annotation: AnchoredAnnotation;
  /** beyond the third of its paragraph: at rest behind the fold line, once there is script to unfold it */
  isFolded: boolean;
  block: PlannedBlock;
  start: PassageStart | undefined;
  slug: string;
  frameworks: FrameworkLookup;
  now: Date;
  place: CSSProperties;
};

/** An annotation in the margin: at rest its frameworks, its writer and two lines; open, all of it and what may be done with it. */
export function Note({ annotation, isFolded, block, start, slug, frameworks, now, place }: Props) {
  const { id, tags, note, person, createdAt, editedAt, can } = annotation;
  const [first] = tags;
  const hue = first && frameworks.get(first.frameworkId)?.hue;
  const classes = ["note", first && `note--${formOfVerdict(first.stance)}`, person.isAuthor && "note--author", isFolded && "is-folded"];
  return (
    <article
      className={classes.filter(Boolean).join(" ")}
      id={`note-${id}`}
      data-note-for={id}
      data-block={annotation.blockIndex}
      tabIndex={-1}
      aria-labelledby={`note-${id}-by note-${id}-on`}
      style={{ ...place, "--c": hue === undefined ? undefined : `var(--fw-${hue})` }}
    >
      <header id={`note-${id}-on`}>
        {tags.map((tag, index) => (
          <NoteTag key={tag.frameworkId} tag={tag} framework={frameworks.get(tag.frameworkId)} isMore={index >= MAX_SHOWN_TAGS} />
        ))}
        {tags.length > MAX_SHOWN_TAGS && <p className="note__more">{tags.length - MAX_SHOWN_TAGS} more</p>}
        <span className="vh">, {citeBlock(block)}</span>
      </header>
      <p className="note__x">
        <Writer annotation={annotation} />
        {note !== null && note !== "" && (
          <>
            {" "}
            <span dir="auto">{note}</span>
          </>
        )}
      </p>
      <p className="note__f">
        <Time date={createdAt} now={now} />
        {editedAt !== null && <a href={paths.annotationHistory(slug, id)}>edited</a>}
        <a href={`#${start?.markId ?? markIdOf(id)}`}>{citeBlock(block)}</a>
        <a href={paths.annotation(slug, id)}>Link to this note</a>
      </p>
      {annotation.state && <StateLine state={annotation.state} slug={slug} annotationId={id} now={now} />}
      {start && <AlsoHere start={start} own={tags} frameworks={frameworks} />}
      {(can.edit || can.remove) && (
        <div className="note__acts">
          {can.edit && (
            <button type="button" className="btn btn--quiet btn--sm" data-act="edit" data-annotation={id}>
              Edit
            </button>
          )}
          {can.remove && (
            <button type="button" className="btn btn--quiet btn--sm" data-act="remove" data-annotation={id}>
              Delete
            </button>
          )}
        </div>
      )}
    </article>
  );
}

function Writer({ annotation: { id, person, audience } }: { annotation: AnchoredAnnotation }) {
  const name = person.isViewer ? "You" : person.displayName;
  return (
    <b id={`note-${id}-by`}>
      {audience === "onlyMe" && <Icon name="lock" isSmall />}
      {name}
      {audience === "onlyMe" && ", privately"}
      {person.isAuthor && ", the author"}
    </b>
  );
}

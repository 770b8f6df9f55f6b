import { memo } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { BlockLayer } from "@/lib/annotations/layer";
import { MAX_SHOWN_TAGS } from "@/lib/annotations/note-order";
import { markIdIn } from "@/lib/annotations/passage-start";
import { formOfVerdict } from "@/lib/annotations/stance";
import { UNSAVED_VERSION, type Unsaved } from "@/lib/annotations/unsaved";
import type { PlannedBlock } from "@/lib/articles/reading-plan";
import { plural } from "@/lib/format";
import { HiddenWords } from "../moderation/hidden-words";
import { StateLine } from "../placements/state-line";
import { paths } from "../shell/paths";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";
import { AlsoHere } from "./also-here";
import { citeBlock } from "./cite-block";
import type { Talk } from "./client/note-thread";
import { OpenThread } from "./client/open-thread";
import type { FrameworkLookup } from "./framework-lookup";
import { NoteTag } from "./note-tag";
import { NoteUnsaved } from "./note-unsaved";

type Props = {
  annotation: AnchoredAnnotation;
  /** undefined: it is on its way */
  note: string | null | undefined;
  unsaved: Unsaved | undefined;
  /** beyond what stands beside its paragraph: at rest behind the fold line, once there is script to unfold it */
  isFolded: boolean;
  isOpen: boolean;
  /** at the same place as the open one */
  isHere: boolean;
  planned: PlannedBlock;
  layer: BlockLayer;
  slug: string;
  frameworks: FrameworkLookup;
  now: Date;
  talk: Talk;
  /** half lines of the article from the top of its cell, and how many it takes */
  step: number;
  steps: number;
};

/** An annotation in the margin: at rest its frameworks, its writer and two lines; open, all of it and what may be done with it. */
export const Note = memo(function Note(props: Props) {
  const { annotation, note, unsaved, isFolded, isOpen, isHere, planned, layer, slug, frameworks, now, talk, step, steps } = props;
  const { id, key, tags, person, createdAt, editedAt, can, replies, critique } = annotation;
  const [first] = tags;
  const hue = first && frameworks.get(first.frameworkId)?.hue;
  const markId = markIdIn(layer, annotation);
  const classes = [
    "note",
    first && `note--${formOfVerdict(first.stance)}`,
    person.isAuthor && "note--author",
    isFolded && "is-folded",
    isOpen && "is-active",
    isHere && !isOpen && "is-here",
    unsaved && "is-unsaved",
  ];
  return (
    <article
      className={classes.filter(Boolean).join(" ")}
      id={`note-${key}`}
      data-note-for={key}
      data-mark={markId}
      data-block={annotation.blockIndex}
      tabIndex={-1}
      aria-labelledby={`note-${key}-by note-${key}-on`}
      style={{ "--step": step, "--steps": steps, "--c": hue === undefined ? undefined : `var(--fw-${hue})` }}
    >
      <header id={`note-${key}-on`}>
        {/* what its permalink names, and leads to without script too */}
        <span className="note__a" id={`note-${id}`} />
        {tags.map((tag, index) => (
          <NoteTag
            key={tag.frameworkId}
            tag={tag}
            framework={frameworks.get(tag.frameworkId)}
            isMore={index >= MAX_SHOWN_TAGS}
            critique={index === 0 ? critique : null}
          />
        ))}
        {tags.length > MAX_SHOWN_TAGS && <p className="note__more">{tags.length - MAX_SHOWN_TAGS} more</p>}
        <span className="vh">, {citeBlock(planned)}</span>
      </header>
      <p className="note__x">
        <Writer annotation={annotation} />
        {annotation.isHidden && (
          <>
            {" "}
            <HiddenWords slug={slug} />
          </>
        )}
        {note !== null && note !== "" && <> {note === undefined ? <span className="note__w">…</span> : <span dir="auto">{note}</span>}</>}
      </p>
      {unsaved && <NoteUnsaved annotationKey={key} unsaved={unsaved} />}
      <p className="note__f">
        <Time date={createdAt} now={now} />
        {editedAt !== null && <a href={paths.annotationHistory(slug, id)}>edited</a>}
        <a href={`#${markId}`}>{citeBlock(planned)}</a>
        {annotation.version !== UNSAVED_VERSION && <a href={paths.annotation(slug, id)}>Link to this note</a>}
        {can.moderate && <a href={paths.moderate(slug, "annotation", id)}>{annotation.isHidden ? "Bring back" : "Hide"}</a>}
      </p>
      {replies > 0 && !isOpen && (
        <p className="note__r">
          <a href={paths.annotationDiscussion(slug, id)}>{plural(replies, { one: "reply", other: "replies" })}</a>
        </p>
      )}
      {annotation.state && <StateLine state={annotation.state} slug={slug} annotationId={id} now={now} canPlace={can.edit} />}
      {isOpen && <AlsoHere layer={layer} annotation={annotation} frameworks={frameworks} />}
      {(can.edit || can.remove) && (
        <div className="note__acts">
          {can.edit && (
            <button type="button" className="btn btn--quiet btn--sm" data-act="edit" data-annotation={key}>
              Edit
            </button>
          )}
          {can.remove && (
            <button type="button" className="btn btn--quiet btn--sm" data-act="remove" data-annotation={key}>
              Delete
            </button>
          )}
        </div>
      )}
      {isOpen && annotation.version !== UNSAVED_VERSION && <OpenThread annotation={annotation} talk={talk} />}
    </article>
  );
});

function Writer({ annotation: { key, person, audience } }: { annotation: AnchoredAnnotation }) {
  const name = person.isViewer ? "You" : person.displayName;
  return (
    <b id={`note-${key}-by`}>
      {audience === "onlyMe" && <Icon name="lock" isSmall />}
      {name}
      {audience === "onlyMe" && ", privately"}
      {person.isAuthor && ", the author"}
    </b>
  );
}

"use client";
import { type ReactNode, useReducer } from "react";
import { type DraftEditing, editDraft, hasCorrections, settle } from "@/lib/articles/draft-editing";
import type { DraftProblem } from "@/lib/articles/draft-problems";
import type { EditedDraft } from "@/lib/articles/edited-draft";
import type { SourceFormat } from "@/lib/articles/schema";
import { plural } from "@/lib/format";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { DraftBody } from "./draft-body";
import { DraftComments } from "./draft-comments";
import { DraftDropped } from "./draft-dropped";
import { DraftFields } from "./draft-fields";
import type { DraftPurpose } from "./draft-purpose";
import { ForeseenFate } from "./foreseen-fate";
import type { SaveArticle } from "./save-article";
import { SaveProblems } from "./save-problems";
import { useForesight } from "./use-foresight";
import { useLeaveWarning } from "./use-leave-warning";
import { useSaving } from "./use-saving";

type Props = {
  format: SourceFormat;
  source: string | null;
  purpose: DraftPurpose;
  /** the corrections that were made before, or none */
  begun: DraftEditing;
  save: SaveArticle;
  /** with the corrections as they are then */
  onBack: (editing: DraftEditing) => void;
};

/** One list for all renders, so that the long lists below see that nothing has changed. */
const noProblems: readonly DraftProblem[] = [];

const formatWords: Record<SourceFormat, string> = { text: "plain text", markdown: "Markdown", html: "HTML" };

/** The second step: everything that was taken, each piece of it open to correction, and what was left out. */
export function DraftReview({ format, source, purpose, begun, save, onBack }: Props) {
  const isResumed = hasCorrections(begun);
  const [editing, dispatch] = useReducer(editDraft, begun);
  const { now, past, notice, open } = editing;
  const { outcome, isSaving, submit } = useSaving(save);
  const foresight = useForesight(purpose.foresee, now);
  useLeaveWarning(hasCorrections(editing) && outcome.at !== "saved");
  // a second press while the article is being opened would only find that it is here already
  const isBusy = isSaving || foresight.isAsking || outcome.at === "saved";
  /** Goes on with what is still being written in an open editor done with; where its words cannot be kept, the editor says so instead. */
  const settled = (goOn: (editing: DraftEditing) => void) => () => {
    if (isBusy) return;
    const done = settle(editing);
    dispatch({ type: "done" });
    if (done.typed.length === 0) goOn(done);
  };
  const goOn = (draft: EditedDraft) => {
    if (foresight.isNeeded && foresight.ask(draft)) return;
    submit(draft);
  };
  const problems = outcome.at === "refused" ? outcome.problems : noProblems;
  const headings = now.blocks.filter(({ block }) => block.kind === "heading").length;

  return (
    <>
      <p className="page__lead">
        {isResumed && <b>Your corrections are still here. </b>}
        Read as {formatWords[format]}. Nothing is saved yet. Whatever was misunderstood can be put right here.
      </p>
      <SaveProblems outcome={outcome} draft={now} />
      {/* what was typed while the article is on its way would not be in it */}
      <div inert={isBusy}>
        <Part id="about" title="About the article">
          <DraftFields fields={now.fields} problems={problems} dispatch={dispatch} />
        </Part>
        <Part
          id="text"
          title="Text"
          note={[
            plural(now.blocks.length - headings, { one: "numbered paragraph", other: "numbered paragraphs" }),
            headings > 0 && plural(headings, { one: "heading", other: "headings" }),
          ]
            .filter(Boolean)
            .join(", ")}
        >
          <DraftBody blocks={now.blocks} open={open} problems={problems} dispatch={dispatch} />
        </Part>
        {purpose.takesComments && (
          <Part id="comments" title="Comments" note={plural(now.comments.length, { one: "comment", other: "comments" })}>
            <DraftComments comments={now.comments} open={open} problems={problems} dispatch={dispatch} />
          </Part>
        )}
        <Part id="dropped" title="Left out" note={plural(now.dropped.length, { one: "line", other: "lines" })}>
          <DraftDropped draft={now} source={source} dispatch={dispatch} />
        </Part>
      </div>
      <ForeseenFate foreseen={foresight.foreseen} />
      <div className="savebar">
        <Button variant="primary" size="lg" onClick={settled(({ now: done }) => goOn(done))} aria-disabled={isBusy || undefined}>
          {foresight.isNeeded ? (isBusy ? "Comparing…" : "See what becomes of the annotations") : isBusy ? "Saving…" : purpose.saveWords}
        </Button>
        <Button variant="quiet" onClick={settled(onBack)} aria-disabled={isBusy || undefined}>
          Back to the source
        </Button>
        <Button
          variant="quiet"
          onClick={() => !isBusy && dispatch({ type: "undo" })}
          aria-disabled={past.length === 0 || isBusy || undefined}
        >
          <Icon name="undo" />
          Undo
        </Button>
        <p className="savebar__n" role="status">
          {/* a new element for each edit, or the same words said twice would be read out once */}
          <span key={past.length}>{notice}</span>
        </p>
      </div>
    </>
  );
}

function Part({ id, title, note, children }: { id: string; title: string; note?: string; children: ReactNode }) {
  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <header className="part__h">
        <h2 className="h2" id={`${id}-title`}>
          {title}
        </h2>
        {note !== undefined && <p className="muted">{note}</p>}
      </header>
      {children}
    </section>
  );
}

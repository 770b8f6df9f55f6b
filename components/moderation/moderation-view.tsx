import Link from "next/link";
import type { ModerationPage, ShownModeration, WordsToModerate } from "@/lib/moderation/moderation";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { buttonClass } from "../ui/button";
import { Time } from "../ui/time";
import { type ModerateAction, ModerateForm } from "./moderate-form";

type Props = { page: ModerationPage; hide: ModerateAction; restore: ModerateAction };

/** What moderators hid under an article, by whom, when and why; for a moderator also the words that they came to hide or bring back. */
export function ModerationView({ page: { article, entries, nextCursor, asked }, hide, restore }: Props) {
  return (
    <main id={contentId} className="page" tabIndex={-1}>
      <h1 className="pt">
        What was hidden under{" "}
        <a className="link" href={paths.article(article.slug)} lang={article.language} dir="auto">
          {article.title}
        </a>
      </h1>
      <p className="page__lead">
        Moderators hide abuse. An author never does so under their own article. What is hidden keeps its place; its words are seen by their
        writer and by moderators alone.
      </p>
      {asked && <Asked words={asked} slug={article.slug} hide={hide} restore={restore} />}
      <section className="part" aria-labelledby="done">
        <h2 className="h2" id="done">
          What moderators did
        </h2>
        {entries.length === 0 && <p>Nothing was hidden.</p>}
        <ul className="wrote__l">
          {entries.map((entry) => (
            <li key={entry.id} className="wrote__n">
              <Entry entry={entry} slug={article.slug} />
            </li>
          ))}
        </ul>
        {nextCursor !== null && (
          <p className="more">
            <Link className={buttonClass()} href={withQuery(paths.moderation(article.slug), { cursor: nextCursor })}>
              Older
            </Link>
          </p>
        )}
      </section>
    </main>
  );
}

const what = { comment: "comment", annotation: "note" } as const;

function placeOf(slug: string, { kind, id }: ShownModeration["subject"]): string {
  return kind === "comment" ? paths.comment(slug, id) : paths.annotation(slug, id);
}

function Asked({ words, slug, hide, restore }: { words: WordsToModerate; slug: string; hide: ModerateAction; restore: ModerateAction }) {
  const { subject, text, writer, hidden, can } = words;
  return (
    <section className="part wrote__n" aria-labelledby="asked">
      <h2 className="h2" id="asked">
        {can.hide ? "Hide" : "Bring back"} a {what[subject.kind]} by <bdi>{writer}</bdi>
      </h2>
      <p className="wrote__said" dir="auto">
        {text}
      </p>
      {hidden && (
        <p>
          Hidden by <bdi>{hidden.by}</bdi>, <Time date={hidden.at} />: <bdi>{hidden.reason}</bdi>
        </p>
      )}
      {can.hide && <ModerateForm key="hide" subject={subject} label="Hide it" moderate={hide} />}
      {can.restore && <ModerateForm key="restore" subject={subject} label="Bring it back" moderate={restore} />}
      <p>
        <a className="link" href={placeOf(slug, subject)}>
          Where it stands
        </a>
      </p>
    </section>
  );
}

function Entry({ entry: { kind, subject, by, reason, at, words, can }, slug }: { entry: ShownModeration; slug: string }) {
  return (
    <>
      <h3 className="wrote__h">
        <span>
          A {what[subject.kind]} was {kind === "hide" ? "hidden" : "brought back"} by {by.isViewer ? "you" : <bdi>{by.displayName}</bdi>}
        </span>
        <span className="muted">
          <Time date={at} />
        </span>
      </h3>
      <p dir="auto">{reason}</p>
      {words && (
        <>
          <p className="muted">
            <bdi>{words.writer}</bdi> wrote:
          </p>
          <p className="wrote__said" dir="auto">
            {words.text}
          </p>
        </>
      )}
      <p>
        <a className="link" href={placeOf(slug, subject)}>
          Where it stands
        </a>
        {can.restore && (
          <>
            {" · "}
            <a className="link" href={paths.moderate(slug, subject.kind, subject.id)}>
              Bring it back
            </a>
          </>
        )}
      </p>
    </>
  );
}

import type { ReadingPage } from "@/lib/articles/reading";
import { plural } from "@/lib/format";
import type { Orphan } from "@/lib/placements/orphan";
import { earlierPlaceWords, lostWords, reviewWords } from "@/lib/placements/words";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { HiddenWords } from "../moderation/hidden-words";
import type { FrameworkLookup } from "../reader/framework-lookup";
import { paths } from "../shell/paths";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";

type Props = { page: ReadingPage; frameworks: FrameworkLookup; now: Date };

/** The fragment of the section; the article's header leads to it. */
export const orphansId = "without-place";

/** At the foot of the margin: what was annotated on an older text and has no place in this one, with the way to place it again. */
export function Orphans({ page, frameworks, now }: Props) {
  const { article, orphans, orphanCount, revision, newest } = page;
  if (orphanCount === 0) return null;
  const isNewest = revision.number === newest.number;
  return (
    <section className="orphans" id={orphansId} aria-labelledby={`${orphansId}-title`} tabIndex={-1}>
      <h2 id={`${orphansId}-title`} className="h2">
        Without a place in this text
      </h2>
      {orphans.map((orphan) => (
        <OrphanNote
          key={orphan.annotationId}
          orphan={orphan}
          slug={article.slug}
          language={article.language}
          frameworks={frameworks}
          now={now}
          isNewest={isNewest}
        />
      ))}
      {orphanCount > orphans.length && (
        <p className="hint">
          <a className="link" href={paths.compare(article.slug, revision.number - 1, revision.number)}>
            {plural(orphanCount - orphans.length, { one: "more", other: "more" })}, in the comparison of the two texts
          </a>
        </p>
      )}
    </section>
  );
}

type NoteProps = { orphan: Orphan; slug: string; language: string; frameworks: FrameworkLookup; now: Date; isNewest: boolean };

function OrphanNote({ orphan, slug, language, frameworks, now, isNewest }: NoteProps) {
  const { annotationId: id, annotator, audience, note, isHidden, quote, state, from, tags, canPlace } = orphan;
  return (
    <article className="note is-orphan" id={`note-${id}`} tabIndex={-1} aria-labelledby={`note-${id}-by note-${id}-on`}>
      <header id={`note-${id}-on`}>
        {tags.map(({ frameworkId, stance }) => {
          const framework = frameworks.get(frameworkId);
          return (
            framework && (
              <div key={frameworkId} className="note__h" style={{ "--c": `var(--fw-${framework.hue})` }}>
                <Siglum framework={framework} isNamed />
                <span className={framework.isDeprecated ? "note__fw is-dep" : "note__fw"}>{framework.label}</span>{" "}
                <StanceWord stance={stance} hue={framework.hue} />
              </div>
            )
          );
        })}
      </header>
      <p className="note__q">
        <q className="orph" lang={language} dir="auto">
          {quote}
        </q>
      </p>
      <p className="note__why" lang="en">
        {state.kind === "left" ? (
          <>
            Left on the older text{state.by !== null && ` by ${state.by}`}, <Time date={state.at} now={now} />.
          </>
        ) : (
          wordsOf(state)
        )}
      </p>
      <p className="note__why">
        <b id={`note-${id}-by`}>
          {audience === "onlyMe" && <Icon name="lock" isSmall />}
          {annotator}
          {audience === "onlyMe" && ", privately"}
        </b>{" "}
        {isHidden && <HiddenWords slug={slug} />} {note !== null && <span dir="auto">{note}</span>}
      </p>
      <p className="note__why" lang="en">
        <a className="link" href={`${paths.revision(slug, from.revision)}#note-${id}`}>
          Read it at {earlierPlaceWords(from)}
        </a>
        {canPlace && isNewest && state.kind !== "left" && (
          <>
            {" · "}
            <a className="link" href={`${paths.review(slug)}#passage-${orphan.rootId}`}>
              Place again
            </a>
          </>
        )}
      </p>
    </article>
  );
}

function wordsOf(state: Exclude<Orphan["state"], { kind: "left" }>): string {
  return state.kind === "review" ? reviewWords[state.why] : lostWords[state.why];
}

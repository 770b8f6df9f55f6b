import Link from "next/link";
import type { ArticleText } from "@/lib/articles/reading";
import type { DeskCritique } from "@/lib/critiques/desk";
import { type DeskAsked, matching, progressInWords, sorted } from "@/lib/critiques/desk-list";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import type { Part } from "@/lib/letters/letter-document";
import { LetterPreview } from "../letters/letter-preview";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { ButtonLink } from "../ui/button";
import { DeskLens, deskAddress } from "./desk-lens";
import { DeskList } from "./desk-list";
import { StateStrip } from "./state-strip";
import type { TakeStepAct } from "./use-step";

type Props = ArticleText & {
  critiques: readonly DeskCritique[];
  frameworks: FrameworkSummaries;
  asked: DeskAsked;
  /** the critique that the address unfolds */
  openId: string | null;
  /** null: nobody is signed in */
  personId: string | null;
  take: TakeStepAct;
  /** the letter that comes of the answers, as it is so far */
  letter: readonly Part[];
  now: Date;
};

/** An article's critiques: how they stand, the list, and the letter that comes of the answers. */
export function DeskView({ article, revision, isAuthor, critiques, frameworks, asked, openId, personId, take, letter, now }: Props) {
  const frameworkId = asked.framework === undefined ? undefined : (frameworks.find(({ slug }) => slug === asked.framework)?.id ?? "none");
  const listed = sorted(matching(critiques, { ...asked, frameworkId }), asked.sort);
  const progress = progressInWords(critiques, now);
  return (
    <>
      {critiques.length > 0 && <DeskLens slug={article.slug} critiques={critiques} asked={asked} frameworks={frameworks} />}
      <main id={contentId} className={critiques.length > 0 ? "led" : "page"} tabIndex={-1}>
        <section aria-labelledby="desk-title">
          <header className="led__h">
            <h1 className="pt" id="desk-title">
              {isAuthor ? "Critiques to answer" : "Critiques"}
            </h1>
            {progress !== null && <p>{progress}</p>}
            <StateStrip critiques={critiques} />
          </header>
          {critiques.length === 0 && <Nothing slug={article.slug} isAuthor={isAuthor} />}
          {critiques.length > 0 && listed.length === 0 && (
            <p className="led__none">
              No critique matches.{" "}
              <Link className="link" href={deskAddress(article.slug, { sort: asked.sort })}>
                Show all
              </Link>
            </p>
          )}
          {listed.length > 0 && (
            <DeskList
              critiques={listed}
              {...{ article, revision, frameworks, personId, take, openId }}
              address={deskAddress(article.slug, asked)}
              now={now.toISOString()}
            />
          )}
        </section>
        {critiques.length > 0 && (
          <aside className="led__r">
            <LetterPreview parts={letter} slug={article.slug} />
            <p className="led__take">
              <a className="link" href={withQuery(paths.letter(article.slug), { order: "critic" })}>
                By critic
              </a>
              <a className="link" href={paths.letterFile(article.slug, "docx")} download>
                For Word
              </a>
              <a className="link" href={paths.letterFile(article.slug, "md")} download>
                As Markdown
              </a>
            </p>
          </aside>
        )}
      </main>
    </>
  );
}

function Nothing({ slug, isAuthor }: { slug: string; isAuthor: boolean }) {
  return (
    <>
      <p className="page__lead">
        {isAuthor
          ? "When a reader asks you to answer an objection, it is listed here, the longest waiting first, and your answers make a letter."
          : "What readers ask the author to answer is listed here, with the answers. Tag a passage of the article, then ask for an answer at your note."}
      </p>
      <p className="empty__acts">
        <ButtonLink href={paths.article(slug)}>Read the article</ButtonLink>
      </p>
    </>
  );
}

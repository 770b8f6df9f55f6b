import Link from "next/link";
import type { Stance } from "@/lib/annotations/schema";
import type { FrameworkDetail, FrameworkPassage } from "@/lib/frameworks/framework";
import { HiddenWords } from "../moderation/hidden-words";
import { NavLink } from "../shell/nav-link";
import { paths, withQuery } from "../shell/paths";
import { buttonClass } from "../ui/button";
import { Time } from "../ui/time";
import { StanceWord } from "./stance-word";

/** Enough of a passage to know it again; the whole is a link away. */
const MAX_EXCERPT_LENGTH = 280;

type Props = {
  framework: Pick<FrameworkDetail, "slug" | "hue" | "label" | "totals">;
  passages: readonly FrameworkPassage[];
  stance: Stance | null;
  nextCursor: string | null;
  isFirstPage: boolean;
};

/** The passages that support or contest a framework, newest first, wherever they are. */
export function FrameworkPassages({ framework, passages, stance, nextCursor, isFirstPage }: Props) {
  const path = paths.framework(framework.slug);
  return (
    <section className="tax__r" aria-labelledby="passages">
      <h2 className="h2" id="passages">
        Passages
      </h2>
      <nav className="choice" aria-label="Passages by stance">
        <NavLink href={path} isCurrent={stance === null}>
          All
        </NavLink>
        <NavLink href={withQuery(path, { stance: "supports" })} isCurrent={stance === "supports"}>
          Supports <span className="n">{framework.totals.supports}</span>
        </NavLink>
        <NavLink href={withQuery(path, { stance: "contests" })} isCurrent={stance === "contests"}>
          Contests <span className="n">{framework.totals.contests}</span>
        </NavLink>
      </nav>
      {passages.length === 0 ? (
        <Nothing stance={stance} isFirstPage={isFirstPage} />
      ) : (
        <ul className="psgs">
          {passages.map((passage) => (
            <Passage key={`${passage.annotationId} ${passage.stance}`} passage={passage} hue={framework.hue} />
          ))}
        </ul>
      )}
      <p className="more">
        {!isFirstPage && (
          <Link className={buttonClass({ variant: "quiet" })} href={withQuery(path, { stance })}>
            Back to the newest
          </Link>
        )}
        {nextCursor !== null && (
          <Link className={buttonClass()} href={withQuery(path, { stance, cursor: nextCursor })}>
            Earlier passages
          </Link>
        )}
      </p>
    </section>
  );
}

function Nothing({ stance, isFirstPage }: Pick<Props, "stance" | "isFirstPage">) {
  if (!isFirstPage) return <p className="psgs__none">There are no earlier passages.</p>;
  return (
    <p className="psgs__none">
      {stance === null ? "No passage has been tagged with this framework yet." : `No passage ${stance} this framework yet.`} Select some
      words in an article to tag them; they will be listed here.
    </p>
  );
}

function Passage({ passage, hue }: { passage: FrameworkPassage; hue: number }) {
  const { article, stance, annotator, note, isHidden, paragraph, createdAt, annotationId } = passage;
  const tile = `t${hue}${stance === "supports" ? "s" : "c"}`;
  return (
    <li>
      <Link className="ex" href={paths.annotation(article.slug, annotationId)}>
        <span className={`psg r0 ${tile}`} lang={article.language} dir="auto">
          {excerpt(passage.quote)}
        </span>
      </Link>
      {isHidden && (
        <p className="psgs__note">
          <HiddenWords slug={article.slug} />
        </p>
      )}
      {note !== null && note !== "" && (
        <p className="psgs__note" dir="auto">
          {excerpt(note)}
        </p>
      )}
      <p className="psgs__by">
        <span>{annotator}</span> <StanceWord stance={stance} />
        <span>
          <span lang={article.language}>{article.title}</span>
          {paragraph !== null && ` ¶ ${paragraph}`}
        </span>
        <Time date={createdAt} />
      </p>
    </li>
  );
}

/** The beginning of a text, cut between words where it has any. */
function excerpt(text: string): string {
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  const cut = text.slice(0, MAX_EXCERPT_LENGTH);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > MAX_EXCERPT_LENGTH / 2 ? space : undefined).replace(/[\ud800-\udbff]$/, "")}…`;
}

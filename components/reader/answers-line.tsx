import type { InlineAnswer } from "@/lib/critiques/desk";
import { stepWords } from "@/lib/critiques/words";
import { plural } from "@/lib/format";
import { StateMark } from "../critiques/state-mark";
import { RichBlocks } from "../markdown/rich-blocks";
import { paths } from "../shell/paths";
import { Avatar } from "../ui/avatar";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";

type Props = {
  /** those of one paragraph */
  answers: readonly InlineAnswer[];
  slug: string;
  /** of the article, BCP 47 */
  language: string;
  now: Date;
};

/** What the author answered to critiques of a paragraph: folded, how much; unfolded, each critique with its answer in the author's own type. */
export function AnswersLine({ answers, slug, language, now }: Props) {
  return (
    <details className="answers" lang="en">
      <summary>
        <Icon name="right" isSmall />
        <span>
          {plural(answers.length, { one: "answer of the author", other: "answers of the author" })}
          <span className="answers__who">, to {answers.map(({ critic }) => critic).join(", ")}</span>
        </span>
      </summary>
      <ol>
        {answers.map(({ critiqueId, critic, quote, state, body, answer }) => (
          <li key={critiqueId}>
            <article aria-labelledby={`answer-${critiqueId}`}>
              <p className="answers__q">
                <b>{critic}</b> on <q lang={language}>{quote}</q>
                <StateMark state={state} />
              </p>
              <div className="answers__x">
                <RichBlocks blocks={body} />
              </div>
              <div className="reply reply--author">
                <header className="reply__h">
                  <Avatar name={answer.writerName} isAuthor />
                  <b id={`answer-${critiqueId}`}>{answer.writerName}</b>
                  <span>
                    the author, {stepWords[answer.kind]}, <Time date={answer.at} now={now} />
                  </span>
                </header>
                <RichBlocks blocks={answer.body} />
                {answer.revised && (
                  <p className="answers__r">
                    Revised in <a href={paths.revision(slug, answer.revised.number)}>revision {answer.revised.number}</a>
                    {answer.revised.paragraph !== null && <>, ¶ {answer.revised.paragraph}</>}:{" "}
                    <q lang={language}>{answer.revised.quote}</q>
                  </p>
                )}
              </div>
              <p className="answers__f">
                <a href={paths.critique(slug, critiqueId)}>The whole exchange</a>
              </p>
            </article>
          </li>
        ))}
      </ol>
    </details>
  );
}

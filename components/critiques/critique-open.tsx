import type { ReactNode } from "react";
import type { ArticleText } from "@/lib/articles/reading";
import type { DeskCritique } from "@/lib/critiques/desk";
import { frameworksOf } from "@/lib/critiques/desk-list";
import { kindSentences } from "@/lib/critiques/words";
import type { FrameworkSummary } from "@/lib/frameworks/framework";
import { RichBlocks } from "../markdown/rich-blocks";
import { paths } from "../shell/paths";
import { PassageInContext } from "./passage-context";
import { StepsRecord } from "./steps-record";

type Props = Pick<ArticleText, "article" | "revision"> & {
  critique: DeskCritique;
  frameworks: ReadonlyMap<string, FrameworkSummary>;
  /** the form, for who may move it */
  children: ReactNode;
};

/** A critique unfolded: the critic's words, the passage where it stands, what has happened so far. */
export function CritiqueOpen({ article, revision, critique, frameworks, children }: Props) {
  const { passage, lost, kind, frameworkId, body, steps, words, href, tags } = critique;
  const named = frameworkId === null ? undefined : frameworks.get(frameworkId);
  const first = frameworksOf(critique)[0];
  const hue = first === undefined ? undefined : frameworks.get(first)?.hue;
  const stance = tags.find((tag) => tag.frameworkId === first)?.stance;
  const lane = hue === undefined || stance === undefined ? null : `t${hue}${stance === "supports" ? "s" : "c"}`;
  return (
    <div className="answer">
      <p className="answer__kind">
        {kindSentences[kind]}
        {named && `: ${named.label}`}{" "}
        <a className="link" href={href}>
          Open in the article
        </a>
      </p>
      <div className="answer__words">
        <RichBlocks blocks={body} />
      </div>
      {passage && (
        <PassageInContext passage={passage} text={revision.text} blocks={revision.blocks} language={article.language} lane={lane} />
      )}
      {lost && (
        <p className="answer__lost">
          The passage stood in{" "}
          <a
            className="link"
            href={`${paths.revision(article.slug, lost.revision)}${lost.paragraph === null ? "" : `#p${lost.paragraph}`}`}
          >
            revision {lost.revision}
          </a>
          ; the newest text no longer has it.
        </p>
      )}
      {/* that it was raised is what the words above say */}
      {steps.length > 1 && <StepsRecord steps={steps.slice(1)} slug={article.slug} words={words} />}
      {children}
    </div>
  );
}

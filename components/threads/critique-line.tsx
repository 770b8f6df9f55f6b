import type { ShownCritique } from "@/lib/critiques/schema";
import { kindSentences, stateWords, waitWords } from "@/lib/critiques/words";
import { StateMark } from "../critiques/state-mark";
import { paths } from "../shell/paths";

/** That a comment, or what a thread is about, asks the author to answer; how that stands, and where its steps are. */
export function CritiqueLine({ critique, slug }: { critique: ShownCritique; slug: string }) {
  return (
    <p className="cm__critique">
      <StateMark state={critique.state}>
        <span className="state__w">Critique, {stateWords[critique.state].toLowerCase()}</span>
      </StateMark>
      <span>{kindSentences[critique.kind]}</span>
      <span className="muted">{waitWords(critique.waitsFor)}</span>
      <a className="link" href={paths.critique(slug, critique.id)}>
        All its steps
      </a>
    </p>
  );
}

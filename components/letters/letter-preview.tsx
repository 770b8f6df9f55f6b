import type { Part } from "@/lib/letters/letter-document";
import { paths } from "../shell/paths";
import { ButtonLink } from "../ui/button";
import { LetterParts } from "./letter-parts";

/** So much of the letter's beginning is drawn; the rest is cut off below the paper’s edge anyway. */
const PARTS = 24;

/** The letter beside the desk, as it is so far: its first page, and the way to the whole of it. */
export function LetterPreview({ parts, slug }: { parts: readonly Part[]; slug: string }) {
  return (
    <section className="letteraside" aria-labelledby="letter-preview">
      <header className="letteraside__h">
        <h2 id="letter-preview">Response letter</h2>
        <ButtonLink size="sm" href={paths.letter(slug)}>
          Open letter
        </ButtonLink>
      </header>
      {/* A picture of the page that the button opens: its headings and links would be met there a second time. */}
      <div className="letter letter--cut" inert aria-hidden="true">
        <LetterParts parts={parts.slice(0, PARTS)} />
      </div>
      <p className="letteraside__f">
        <span>Builds itself from the answers.</span> <span className="nowrap">Word, PDF or Markdown</span>
      </p>
    </section>
  );
}

import type { LetterOrder } from "@/lib/letters/letter";
import type { Part } from "@/lib/letters/letter-document";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { LetterParts } from "./letter-parts";
import { PrintButton } from "./print-button";

const orders = { paragraph: "By paragraph", critic: "By critic" } as const;

/** The response letter on paper, with its order and what to take it away as beside it. */
export function LetterView({ parts, slug, order }: { parts: readonly Part[]; slug: string; order: LetterOrder }) {
  const inOrder = { order: order === "paragraph" ? null : order };
  return (
    <main id={contentId} className="page letterpage" tabIndex={-1}>
      <div className="letterbar">
        <a className="link" href={paths.critiques(slug)}>
          All critiques
        </a>
        <nav aria-label="Order of the letter">
          {Object.entries(orders).map(([one, words]) => (
            <a
              key={one}
              className="letterbar__o"
              href={withQuery(paths.letter(slug), { order: one === "paragraph" ? null : one })}
              aria-current={one === order ? "true" : undefined}
            >
              {words}
            </a>
          ))}
        </nav>
        <div className="letterbar__d">
          <ButtonLink size="sm" variant="primary" href={withQuery(paths.letterFile(slug, "docx"), inOrder)} download>
            <Icon name="download" />
            Word
          </ButtonLink>
          <ButtonLink size="sm" href={withQuery(paths.letterFile(slug, "md"), inOrder)} download>
            <Icon name="download" />
            Markdown
          </ButtonLink>
          <PrintButton />
        </div>
      </div>
      <article className="letter letter--whole">
        <LetterParts parts={parts} />
      </article>
    </main>
  );
}

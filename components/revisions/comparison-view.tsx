import { plural } from "@/lib/format";
import type { ComparedParagraph, ComparisonPage } from "@/lib/revisions/comparison";
import { VerdictTally } from "../placements/verdict-tally";
import { paths } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { Time } from "../ui/time";
import { ComparedBlock } from "./compared-block";
import { FateList } from "./fate-list";

/** Two texts of an article: what became of the annotations, and the words, paragraph by paragraph. */
export function ComparisonView({ page }: { page: ComparisonPage }) {
  const { article, from, to, newest, paragraphs, counts, fates } = page;
  return (
    <main id={contentId} className="page compare" tabIndex={-1}>
      <h1 className="pt">
        Revisions {from.number} and {to.number} of{" "}
        <a className="link" href={paths.article(article.slug)} lang={article.language} dir="auto">
          {article.title}
        </a>
      </h1>
      <form className="compare__pick" action={paths.compareAny(article.slug)}>
        <Choice name="from" chosen={from.number} newest={newest} words="From revision" />
        <Choice name="to" chosen={to.number} newest={newest} words="to revision" />
        <button type="submit" className="btn">
          Compare
        </button>
      </form>
      <p className="muted">
        <a className="link" href={paths.revision(article.slug, from.number)}>
          Revision {from.number}
        </a>
        , <Time date={from.createdAt} />; {to.number === newest ? "the newest, " : ""}
        <a className="link" href={to.number === newest ? paths.article(article.slug) : paths.revision(article.slug, to.number)}>
          revision {to.number}
        </a>
        , <Time date={to.createdAt} />
      </p>
      <section className="part" aria-labelledby="fates-title">
        <header className="part__h">
          <h2 className="h2" id="fates-title">
            What became of the annotations and claims
          </h2>
        </header>
        <VerdictTally counts={counts} />
        <FateList fates={fates} counts={counts} article={article} isToNewest={to.number === newest} />
      </section>
      <section className="part" aria-labelledby="words-title">
        <header className="part__h">
          <h2 className="h2" id="words-title">
            The words
          </h2>
          <p className="muted">
            <ins>Underlined words</ins> are new, <del>struck words</del> were taken out.
          </p>
        </header>
        <div className="compare__t" lang={article.language}>
          {stretches(paragraphs).map(({ key, isFolded, rows }) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison does not change, and its rows have no other name
            const blocks = rows.map((row, index) => <ComparedBlock key={`${key} ${index}`} paragraph={row} />);
            return isFolded ? (
              <details key={key}>
                <summary lang="en">{plural(rows.length, { one: "unchanged paragraph", other: "unchanged paragraphs" })}</summary>
                {blocks}
              </details>
            ) : (
              blocks
            );
          })}
        </div>
      </section>
    </main>
  );
}

function Choice({ name, chosen, newest, words }: { name: string; chosen: number; newest: number; words: string }) {
  return (
    <label>
      {words}{" "}
      <select className="input input--select" name={name} defaultValue={chosen}>
        {Array.from({ length: newest }, (_, index) => index + 1).map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Unchanged paragraphs beside a changed one are its context; more than so many in a row are folded. */
const CONTEXT = 1;

type Stretch = { key: string; isFolded: boolean; rows: ComparedParagraph[] };

function stretches(paragraphs: readonly ComparedParagraph[]): Stretch[] {
  const isNear = (index: number) => paragraphs.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((row) => row.isChanged);
  const found: Stretch[] = [];
  for (const [index, row] of paragraphs.entries()) {
    const isFolded = !isNear(index);
    const last = found.at(-1);
    if (last?.isFolded === isFolded) last.rows.push(row);
    else found.push({ key: `from ${index}`, isFolded, rows: [row] });
  }
  return found;
}

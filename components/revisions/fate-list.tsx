import { formatNumber } from "@/lib/format";
import type { VerdictCounts } from "@/lib/placements/placement";
import { earlierPlaceWords } from "@/lib/placements/words";
import type { ComparisonPage, Fate } from "@/lib/revisions/comparison";
import { paths } from "../shell/paths";

type Props = Pick<ComparisonPage, "fates" | "counts" | "article"> & { isToNewest: boolean };

const sections = [
  ["lost", "Lost"],
  ["review", "To be reviewed"],
  ["moved", "Moved"],
] as const satisfies readonly (readonly [keyof VerdictCounts, string])[];

/** The passages that are not as they were, by what became of them, each with the way to it in both texts. */
export function FateList({ fates, counts, article, isToNewest }: Props) {
  return sections.map(([verdict, title]) => {
    const here = fates.filter((fate) => fate.verdict === verdict);
    if (here.length === 0) return null;
    const hidden = counts[verdict] - here.length;
    return (
      <details key={verdict} className="fates" open={here.length <= 12}>
        <summary>
          {title}: {formatNumber(counts[verdict])}
        </summary>
        <ul>
          {here.map((fate) => (
            <li key={`${fate.annotationId ?? fate.claim} ${fate.from.paragraph}`}>
              <FateLine fate={fate} article={article} isToNewest={isToNewest} />
            </li>
          ))}
        </ul>
        {hidden > 0 && <p className="hint">and {formatNumber(hidden)} more</p>}
      </details>
    );
  });
}

function FateLine({ fate, article: { slug, language }, isToNewest }: { fate: Fate; article: Props["article"]; isToNewest: boolean }) {
  const { annotationId, by, claim, quote, newQuote, decision, from, to } = fate;
  const fragment = (paragraph: number | null) =>
    annotationId === null ? (paragraph === null ? "" : `#p${paragraph}`) : `#note-${annotationId}`;
  return (
    <>
      <q className="orph" lang={language} dir="auto">
        {quote}
      </q>{" "}
      {newQuote !== null && newQuote !== quote && (
        <>
          is now{" "}
          <q className="orph" lang={language} dir="auto">
            {newQuote}
          </q>{" "}
        </>
      )}
      <span className="muted">{claim === null ? by : `Claim C${claim}`}, </span>
      <a className="link" href={`${paths.revision(slug, from.revision)}${fragment(from.paragraph)}`}>
        {earlierPlaceWords(from)}
      </a>
      {to && (
        <>
          {" → "}
          <a className="link" href={`${isToNewest ? paths.article(slug) : paths.revision(slug, to.revision)}${fragment(to.paragraph)}`}>
            {earlierPlaceWords(to)}
          </a>
        </>
      )}
      {decision !== null && <span className="muted"> ({decisionWords[decision]})</span>}
    </>
  );
}

const decisionWords = { accepted: "found again by a person", reanchored: "placed again by a person", left: "left on the older text" };

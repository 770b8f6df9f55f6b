import type { PlannedClaim } from "@/lib/annotations/claim-counts";
import { plural } from "@/lib/format";
import { Balance } from "../frameworks/balance";
import { paths } from "../shell/paths";
import { Icon } from "../ui/icon";

/** What a paragraph asserts: folded, the first claim; unfolded, each with its number, the tags on its words and the way to them. */
export function ClaimsLine({ claims, slug }: { claims: readonly PlannedClaim[]; slug: string }) {
  const reach = Math.max(...claims.map(({ counts }) => Math.min(9, Math.max(counts.supports, counts.contests))));
  return (
    <details className="claims">
      <summary>
        <Icon name="right" isSmall />
        <span className="claims__t">
          <span lang="en">{plural(claims.length, { one: "claim", other: "claims" })}</span>
          <span className="claims__first">: {claims[0]?.statement}</span>
        </span>
      </summary>
      <ol>
        {claims.map(({ id, number, statement, counts, anchor }) => (
          <li key={id}>
            <span className="id">C{number}</span>
            <span>
              <a href={`#${anchor}`}>{statement}</a>{" "}
              <a className="claims__d" href={paths.claimDiscussion(slug, id)} aria-label={`Discuss claim C${number}`} lang="en">
                Discuss
              </a>
            </span>
            {counts.supports + counts.contests > 0 && <Balance {...counts} reach={reach} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

import Link from "next/link";
import type { AttributionsPage, ShownAttribution } from "@/lib/attributions/attribution";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { buttonClass } from "../ui/button";
import { Time } from "../ui/time";
import type { Decide } from "./attribution-actions";
import { DecideForm } from "./decide-form";

type Props = { page: AttributionsPage; isFirstPage: boolean; decide: Decide };

/** What people say they wrote, for admins: what waits, and what was decided, linked and ended. */
export function AttributionsView({ page: { open, closed, nextCursor }, isFirstPage, decide }: Props) {
  return (
    <main id={contentId} className="page" tabIndex={-1}>
      <h1 className="pt">Who wrote what</h1>
      {isFirstPage && (
        <section className="part" aria-labelledby="open">
          <h2 className="h2" id="open">
            Waiting for an admin
          </h2>
          {open.length === 0 && <p>Nobody waits.</p>}
          <ul className="wrote__l">
            {open.map((attribution) => (
              <li key={attribution.id} className="wrote__n">
                <Head attribution={attribution} />
                <p>
                  Asked <Time date={attribution.requestedAt} />, by an account{" "}
                  {attribution.person.email === null
                    ? "without an email address"
                    : `with the address ${attribution.person.email}, ${attribution.person.isEmailConfirmed ? "confirmed" : "not confirmed"}`}
                  :
                </p>
                <Said attribution={attribution} />
                {attribution.linkedTo !== null && (
                  <p>
                    The name is linked to <bdi>{attribution.linkedTo}</bdi> already; that link has to be ended before another is confirmed.
                  </p>
                )}
                {attribution.can.decide ? (
                  <DecideForm attributionId={attribution.id} label={labelOf(attribution)} decide={decide} />
                ) : (
                  <p className="muted">You asked for this yourself, so another admin decides.</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="part" aria-labelledby="closed">
        <h2 className="h2" id="closed">
          What was decided
        </h2>
        {closed.length === 0 && <p>Nothing yet.</p>}
        <ul className="wrote__l">
          {closed.map((attribution) => (
            <li key={attribution.id} className="wrote__n">
              <Head attribution={attribution} />
              <Outcome attribution={attribution} />
              <Said attribution={attribution} />
            </li>
          ))}
        </ul>
        {nextCursor !== null && (
          <p className="more">
            <Link className={buttonClass()} href={withQuery(paths.attributions, { cursor: nextCursor })}>
              Older
            </Link>
          </p>
        )}
      </section>
    </main>
  );
}

const nameOf = ({ text, addressedAs }: ShownAttribution["name"]) => text ?? addressedAs ?? "unnamed commenter";
const labelOf = ({ person, name }: ShownAttribution) => `${person.displayName} is ${nameOf(name)}`;

function Head({ attribution: { person, name, article } }: { attribution: ShownAttribution }) {
  return (
    <h3 className="wrote__h">
      <span>
        <bdi>{person.displayName}</bdi> as <bdi>{nameOf(name)}</bdi>
      </span>
      <span className="muted">
        {name.kind === "byline" ? "author of" : "commenter under"}{" "}
        <a className="link" href={paths.authors(article.slug)} lang={article.language} dir="auto">
          {article.title}
        </a>
      </span>
    </h3>
  );
}

function Said({ attribution: { statement } }: { attribution: ShownAttribution }) {
  return (
    statement !== null && (
      <p className="wrote__said" dir="auto">
        {statement}
      </p>
    )
  );
}

function Outcome({ attribution: { state, statement, decided, ended } }: { attribution: ShownAttribution }) {
  const word = state === "declined" ? "Declined" : statement === null ? "Linked" : "Confirmed";
  return (
    <>
      {decided && (
        <p>
          {word} <Time date={decided.at} />
          {decided.by === null ? "" : ` by ${decided.by}`}
          {decided.reason === null ? "." : ": "}
          {decided.reason !== null && <bdi>{decided.reason}</bdi>}
        </p>
      )}
      {ended && (
        <p>
          {decided ? "Ended" : "Taken back"} <Time date={ended.at} />
          {ended.by === null ? "" : ` by ${ended.by}`}.
        </p>
      )}
    </>
  );
}

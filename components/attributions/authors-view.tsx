import type { AuthorsPage, ShownName } from "@/lib/attributions/attribution";
import { plural } from "@/lib/format";
import { paths } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { Time } from "../ui/time";
import type { AttributionActions } from "./attribution-actions";
import { EndButton } from "./end-button";
import { LinkForm } from "./link-form";
import { RequestForm } from "./request-form";

type Props = { page: AuthorsPage; isSignedIn: boolean; actions: AttributionActions };

/** The names under an article, and which of them are people here: since when, and by whom they were linked. */
export function AuthorsView({ page, isSignedIn, actions }: Props) {
  const { article, authors, commenters, can } = page;
  return (
    <main id={contentId} className="page" tabIndex={-1}>
      <h1 className="pt">
        Who wrote{" "}
        <a className="link" href={paths.article(article.slug)} lang={article.language} dir="auto">
          {article.title}
        </a>
      </h1>
      <p className="page__lead">
        An author who is linked here answers critiques as the author. An admin confirms that a name is somebody’s; so can whoever brought
        the article in.
        {can.decide && (
          <>
            {" "}
            <a className="link" href={paths.attributions}>
              What waits for an admin
            </a>
          </>
        )}
      </p>
      {!isSignedIn && <p>Sign in to say that you wrote it.</p>}
      <section className="part" aria-labelledby="authors">
        <h2 className="h2" id="authors">
          Authors
        </h2>
        {authors.length === 0 && <p>No author is named.</p>}
        <Names names={authors} page={page} actions={actions} />
      </section>
      {commenters.length > 0 && (
        <section className="part" aria-labelledby="commenters">
          <h2 className="h2" id="commenters">
            Commenters where it was first published
          </h2>
          <Names names={commenters} page={page} actions={actions} />
        </section>
      )}
    </main>
  );
}

function Names({ names, page, actions }: { names: readonly ShownName[]; page: AuthorsPage; actions: AttributionActions }) {
  return (
    <ul className="wrote__l">
      {names.map((named) => (
        <li key={named.name.id} className="wrote__n">
          <NameEntry named={named} page={page} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function NameEntry({ named, page, actions }: { named: ShownName; page: AuthorsPage; actions: AttributionActions }) {
  const { name, text, addressedAs, comments, link, asked, can } = named;
  const label = text ?? (addressedAs === null ? "unnamed commenter" : `unnamed commenter, addressed as ${addressedAs}`);
  return (
    <>
      <h3 className="wrote__h">
        <bdi>{label}</bdi>
        {comments > 0 && <span className="muted">{plural(comments, { one: "comment there", other: "comments there" })}</span>}
      </h3>
      {link === null ? (
        <p className="muted">Linked to nobody here.</p>
      ) : (
        <p>
          Is {link.person.isViewer ? "you" : <bdi>{link.person.displayName}</bdi>}, linked <Time date={link.since} />
          {link.by !== null && (
            <>
              {" "}
              by <bdi>{link.by}</bdi>
            </>
          )}
          .
        </p>
      )}
      {link?.can.end && <EndButton attributionId={link.attributionId} label="End this link" done="Ended." end={actions.end} />}
      {asked && (
        <>
          <p>
            You asked for it <Time date={asked.at} />; it waits for an admin. You said:
          </p>
          <p className="wrote__said" dir="auto">
            {asked.statement}
          </p>
          <EndButton attributionId={asked.attributionId} label="Take it back" done="Taken back." end={actions.end} />
        </>
      )}
      {can.request && <RequestForm name={name} label={label} request={actions.request} />}
      {can.link && <LinkForm name={name} label={label} people={page.people} hasEmail={page.can.linkByEmail} link={actions.link} />}
    </>
  );
}

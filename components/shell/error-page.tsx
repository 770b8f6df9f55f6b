import Link from "next/link";
import { Button, buttonClass } from "../ui/button";
import { NoticePage } from "./notice-page";
import { paths } from "./paths";

type Retry = { /** draws the page again; a link to the library is offered either way */ retry?: () => void };

function Actions({ retry }: Retry) {
  return (
    <>
      {retry && (
        <Button variant="primary" size="lg" onClick={retry}>
          Try again
        </Button>
      )}
      <Link className={buttonClass({ variant: retry ? "quiet" : "primary", size: "lg" })} href={paths.library}>
        Go to the library
      </Link>
    </>
  );
}

/** A fault of ours. `reference` is what our log calls it, for somebody who writes to us. */
export function ErrorPage({ retry, reference }: Retry & { reference?: string }) {
  return (
    <NoticePage title="This page could not be drawn" actions={<Actions retry={retry} />} hasGap>
      <p>Something went wrong on our side. Everything that was saved before is still saved, and nothing else was changed.</p>
      {reference !== undefined && <p className="hint">If it happens again, tell us this: {reference}</p>}
    </NoticePage>
  );
}

/** The database cannot be reached: nothing can be read or saved just now. */
export function DatabaseAwayPage({ retry }: Retry) {
  return (
    <NoticePage title="The shelves are out of reach" actions={<Actions retry={retry} />} hasGap>
      <p>Hedgerow cannot reach its database at the moment. Articles, notes and tags are safe in it; nothing was lost or changed.</p>
      <p>This usually passes within minutes. Wait a little, then try again.</p>
    </NoticePage>
  );
}

const sought = {
  page: { title: "There is no page here", kind: "page" },
  article: { title: "There is no such article", kind: "article" },
  framework: { title: "There is no such framework", kind: "framework" },
  annotation: { title: "There is no such note", kind: "note" },
} as const;

/** Absent, or not for this viewer: the two read alike, so that nobody learns what others keep private. */
export function NotFoundPage({ what = "page" }: { what?: keyof typeof sought }) {
  const { title, kind } = sought[what];
  return (
    <NoticePage
      title={title}
      hasGap
      actions={
        <>
          <Link className={buttonClass({ variant: "primary", size: "lg" })} href={paths.library}>
            Go to the library
          </Link>
          <Link className={buttonClass({ variant: "quiet", size: "lg" })} href={paths.frameworks}>
            See the frameworks
          </Link>
        </>
      }
    >
      <p>
        The address may be mistyped, or the {kind} was taken away, or it is not open to you. If it is private, sign in with the account that
        may see it.
      </p>
    </NoticePage>
  );
}

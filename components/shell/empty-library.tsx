import Link from "next/link";
import { buttonClass } from "../ui/button";
import { NoticePage } from "./notice-page";
import { paths, withQuery } from "./paths";

/** A library without articles: what will be here, and the one act that begins it. */
export function EmptyLibrary({ canImport }: { canImport: boolean }) {
  const first = canImport ? (
    <Link className={buttonClass({ variant: "primary", size: "lg" })} href={paths.addArticle}>
      Add an article
    </Link>
  ) : (
    <Link className={buttonClass({ variant: "primary", size: "lg" })} href={withQuery(paths.signIn, { callbackUrl: paths.addArticle })}>
      Sign in to add one
    </Link>
  );
  return (
    <NoticePage
      title="Nothing to read yet"
      actions={
        <>
          {first}
          <Link className={buttonClass({ variant: "quiet", size: "lg" })} href={paths.frameworks}>
            See the frameworks
          </Link>
        </>
      }
    >
      <p>A hedge begins with one article. Bring one in as text, Markdown or HTML; what readers tag in it will grow here.</p>
    </NoticePage>
  );
}

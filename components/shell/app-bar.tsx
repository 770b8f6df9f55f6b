import Link from "next/link";
import { formatNumber, listFormat } from "@/lib/format";
import type { Viewer } from "@/lib/policy/viewer";
import { unreadCount } from "../notifications/unread";
import { Avatar } from "../ui/avatar";
import { buttonClass } from "../ui/button";
import { Icon } from "../ui/icon";
import { Logo } from "../ui/logo";
import { BarMenu } from "./bar-menu";
import { BarSearch } from "./bar-search";
import { NavLink } from "./nav-link";
import { paths, withQuery } from "./paths";
import { SignOutButton } from "./sign-out-button";
import { contentId, SkipLink } from "./skip-link";
import { ThemeToggle } from "./theme-toggle";

type Props = {
  viewer: Viewer;
  current: "library" | "frameworks" | "search" | "inbox" | null;
  /** how much of the viewer’s inbox is */
  unread?: number;
  articleTitle?: string;
  /** of the title, BCP 47 */
  articleLanguage?: string;
  authors?: readonly string[];
  /** of the article that is read: the bar's search stays in it */
  articleSlug?: string;
  /** the views of the article, of which this page is one */
  articleView?: ArticleView;
  /** a path of ours: where signing in leads back to */
  returnTo?: string;
};

/** `critiqueCount`: all that the viewer may see; left out, no number is shown */
export type ArticleView = { slug: string; current: "read" | "critiques" | null; critiqueCount?: number };

/** The bar at the top of every page: where one is, where one can go, and whose account it is. */
export function AppBar({
  viewer,
  current,
  unread = 0,
  articleTitle,
  articleLanguage,
  authors = [],
  articleSlug,
  articleView,
  returnTo,
}: Props) {
  const isArticle = articleTitle !== undefined;
  const query = { callbackUrl: returnTo ?? null };
  const signIn = withQuery(paths.signIn, query);
  const register = withQuery(paths.register, query);
  return (
    <>
      <SkipLink />
      <header className={isArticle ? "bar bar--article" : "bar"}>
        <Link className="brand brand--word" href={paths.library} aria-label={isArticle ? "Hedgerow, library" : undefined}>
          <Logo />
          <span className={isArticle ? "vh" : "bar__word"}>Hedgerow</span>
        </Link>
        {isArticle && (
          <p className="bar__title">
            <a href={`#${contentId}`} lang={articleLanguage}>
              {articleTitle}
            </a>
            {authors.length > 0 && <span>{listFormat(authors)}</span>}
          </p>
        )}
        {articleView && (
          <nav className="tabs tabs--article" aria-label="Article">
            <ArticleLinks {...articleView} />
          </nav>
        )}
        <nav className="tabs" aria-label="Main">
          <MainLinks current={current} />
        </nav>
        <div className="bar__end">
          {current !== "search" && <BarSearch articleSlug={articleSlug} />}
          <ThemeToggle />
          {viewer.kind === "person" && <InboxLink unread={unread} isCurrent={current === "inbox"} />}
          {viewer.kind === "person" ? (
            <BarMenu label={`Account of ${viewer.displayName}`} trigger={<Avatar name={viewer.displayName} isViewer />}>
              <p className="bar__who">
                Signed in as <b>{viewer.displayName}</b>
              </p>
              <PhoneLinks current={current} articleView={articleView} />
              <Link className="menu__i" href={paths.inbox}>
                Inbox
              </Link>
              <Link className="menu__i" href={paths.annotations}>
                Your annotations
              </Link>
              {viewer.role === "admin" && (
                <Link className="menu__i" href={paths.attributions}>
                  Who wrote what
                </Link>
              )}
              <Link className="menu__i" href={paths.account}>
                Account
              </Link>
              {viewer.role === "admin" && (
                <Link className="menu__i" href={paths.outbox}>
                  Outbox
                </Link>
              )}
              <SignOutButton className="menu__i" />
            </BarMenu>
          ) : (
            <>
              <div className="bar__door">
                <Link className={buttonClass({ variant: "quiet" })} href={signIn}>
                  Sign in
                </Link>
                <Link className={buttonClass()} href={register}>
                  Register
                </Link>
              </div>
              <BarMenu label="Menu" className="phone-only" trigger={<Icon name="more" />}>
                <PhoneLinks current={current} articleView={articleView} />
                <Link className="menu__i" href={signIn}>
                  Sign in
                </Link>
                <Link className="menu__i" href={register}>
                  Register
                </Link>
              </BarMenu>
            </>
          )}
        </div>
      </header>
    </>
  );
}

function ArticleLinks({ slug, current, critiqueCount, className }: ArticleView & { className?: string }) {
  return (
    <>
      <NavLink className={className} href={paths.article(slug)} isCurrent={current === "read"}>
        Read
      </NavLink>
      <NavLink className={className} href={paths.critiques(slug)} isCurrent={current === "critiques"}>
        Critiques {critiqueCount !== undefined && <span className="n">{formatNumber(critiqueCount)}</span>}
      </NavLink>
    </>
  );
}

function MainLinks({ current, className }: { current: Props["current"]; className?: string }) {
  return (
    <>
      <NavLink className={className} href={paths.library} isCurrent={current === "library"}>
        Library
      </NavLink>
      <NavLink className={className} href={paths.frameworks} isCurrent={current === "frameworks"}>
        Frameworks
      </NavLink>
    </>
  );
}

/** Its name is “Inbox, 3 unread”; what is seen of it is a letter and the number. */
function InboxLink({ unread, isCurrent }: { unread: number; isCurrent: boolean }) {
  return (
    <NavLink className={buttonClass({ variant: "quiet" }, "bar__inbox")} href={paths.inbox} isCurrent={isCurrent}>
      <Icon name="mail" />
      <span className="vh">Inbox</span>
      {unread > 0 && (
        <>
          <span className="vh">, </span>
          <span className="num">{unreadCount(unread)}</span>
          <span className="vh"> unread</span>
        </>
      )}
    </NavLink>
  );
}

/** The links again, for an article on a phone, where its title takes their place in the bar. */
function PhoneLinks({ current, articleView }: Pick<Props, "current" | "articleView">) {
  return (
    <>
      {articleView && (
        <nav className="bar__phone" aria-label="Article, in the menu">
          <ArticleLinks {...articleView} className="menu__i" />
        </nav>
      )}
      <nav className="bar__phone" aria-label="Main, in the menu">
        <MainLinks current={current} className="menu__i" />
      </nav>
    </>
  );
}

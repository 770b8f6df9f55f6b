import Link from "next/link";
import { listFormat } from "@/lib/format";
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
  /** a path of ours: where signing in leads back to */
  returnTo?: string;
};

/** The bar at the top of every page: where one is, where one can go, and whose account it is. */
export function AppBar({ viewer, current, unread = 0, articleTitle, articleLanguage, authors = [], articleSlug, returnTo }: Props) {
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
              <PhoneLinks current={current} />
              <Link className="menu__i" href={paths.inbox}>
                Inbox
              </Link>
              <Link className="menu__i" href={paths.annotations}>
                Your annotations
              </Link>
              <Link className="menu__i" href={paths.account}>
                Account
              </Link>
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
                <PhoneLinks current={current} />
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

/** The main links again, for an article on a phone, where its title takes their place in the bar. */
function PhoneLinks({ current }: { current: Props["current"] }) {
  return (
    <nav className="bar__phone" aria-label="Main, in the menu">
      <MainLinks current={current} className="menu__i" />
    </nav>
  );
}

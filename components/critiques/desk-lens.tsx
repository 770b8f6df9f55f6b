import Link from "next/link";
import type { ReactNode } from "react";
import type { DeskCritique } from "@/lib/critiques/desk";
import { countStates, type DeskAsked, type DeskSort, deskSorts, frameworksOf, matching } from "@/lib/critiques/desk-list";
import { critiqueKinds } from "@/lib/critiques/schema";
import { kindWords, waitWords } from "@/lib/critiques/words";
import { formatNumber } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { Siglum } from "../frameworks/siglum";
import { paths, withQuery } from "../shell/paths";
import { Icon } from "../ui/icon";
import { StateMark } from "./state-mark";

type Props = { slug: string; critiques: readonly DeskCritique[]; asked: DeskAsked; frameworks: FrameworkSummaries };

export const sortWords: Record<DeskSort, string> = {
  oldest: "Oldest open first",
  text: "In the order of the text",
  newest: "Newest movement first",
};

/** The address of the list, asked for in another way. */
export function deskAddress(slug: string, { state, kind, framework, waits, sort }: DeskAsked): string {
  const query = { state: state ?? null, kind: kind ?? null, framework: framework ?? null, waits: waits ?? null };
  return withQuery(paths.critiques(slug), { ...query, sort: sort === "oldest" ? null : sort });
}

/** Which critiques are listed and in which order: links alone, so it all works without script and every choice is an address. */
export function DeskLens({ slug, critiques, asked, frameworks }: Props) {
  const { kind, waits, framework } = asked;
  const chosen = frameworks.find((one) => one.slug === framework);
  // Each state counts what one would see on choosing it.
  const others = matching(critiques, { kind, waits, frameworkId: chosen?.id });
  const to = (more: Partial<DeskAsked>) => deskAddress(slug, { ...asked, ...more });
  const about = new Set(critiques.flatMap(frameworksOf));
  const kinds = critiqueKinds.filter((one) => critiques.some((critique) => critique.kind === one));
  return (
    <div className="desk__lens">
      <nav className="scopes" aria-label="Critiques by state">
        <Tab href={to({ state: undefined })} isCurrent={asked.state === undefined}>
          All <span className="n">{formatNumber(others.length)}</span>
        </Tab>
        {countStates(others).map(({ state, count }) => (
          <Tab href={to({ state })} isCurrent={asked.state === state} key={state}>
            <StateMark state={state} /> <span className="n">{formatNumber(count)}</span>
          </Tab>
        ))}
      </nav>
      {/* a choice opens the list anew, with its menus closed */}
      <div className="desk__filters" key={to({})}>
        <Menu name="Waits for" chosen={waits && waitWords(waits)}>
          <Choice href={to({ waits: undefined })} isCurrent={waits === undefined}>
            Whoever it waits for
          </Choice>
          {(["author", "critic"] as const).map((actor) => (
            <Choice href={to({ waits: actor })} isCurrent={waits === actor} key={actor}>
              {waitWords(actor)}
            </Choice>
          ))}
        </Menu>
        <Menu name="Kind" chosen={kind && kindWords[kind]}>
          <Choice href={to({ kind: undefined })} isCurrent={kind === undefined}>
            All kinds
          </Choice>
          {kinds.map((one) => (
            <Choice href={to({ kind: one })} isCurrent={kind === one} key={one}>
              {kindWords[one]}
            </Choice>
          ))}
        </Menu>
        <Menu name="Framework" chosen={chosen?.label}>
          <Choice href={to({ framework: undefined })} isCurrent={chosen === undefined}>
            All frameworks
          </Choice>
          {frameworks
            .filter(({ id }) => about.has(id))
            .map((one) => (
              <Choice href={to({ framework: one.slug })} isCurrent={framework === one.slug} key={one.id}>
                <Siglum framework={one} isNamed /> {one.label}
              </Choice>
            ))}
        </Menu>
        <Menu name={sortWords[asked.sort]}>
          {deskSorts.map((sort) => (
            <Choice href={to({ sort })} isCurrent={asked.sort === sort} key={sort}>
              {sortWords[sort]}
            </Choice>
          ))}
        </Menu>
      </div>
    </div>
  );
}

type LinkProps = { href: string; isCurrent: boolean; children: ReactNode };

function Tab({ href, isCurrent, children }: LinkProps) {
  return (
    <Link className="scope" href={href} aria-current={isCurrent ? "true" : undefined} scroll={false}>
      {children}
    </Link>
  );
}

/** One open at a time: they share a name. */
function Menu({ name, chosen, children }: { name: string; chosen?: string | undefined; children: ReactNode }) {
  return (
    <details className="pick" name="desk-menu">
      <summary className={chosen === undefined ? "filter" : "filter is-set"}>
        {chosen === undefined ? (
          name
        ) : (
          <span className="pick__n">
            <span className="vh">{name}: </span>
            {chosen}
          </span>
        )}
        <Icon name="down" isSmall />
      </summary>
      <ul className="menu">{children}</ul>
    </details>
  );
}

function Choice({ href, isCurrent, children }: LinkProps) {
  return (
    <li>
      <Link className={isCurrent ? "menu__i is-on" : "menu__i"} href={href} aria-current={isCurrent ? "true" : undefined} scroll={false}>
        {children}
      </Link>
    </li>
  );
}

"use client";
import { findFrameworks } from "@/lib/frameworks/find";
import type { FrameworkSummaries, FrameworkSummary } from "@/lib/frameworks/framework";
import { inTreeOrder } from "@/lib/frameworks/tree";
import { Siglum } from "../frameworks/siglum";
import { Check } from "./filter-check";
import { facetWords } from "./filter-words";

type Props = {
  frameworks: FrameworkSummaries;
  /** by framework id */
  counts: ReadonlyMap<string, number>;
  /** slugs */
  chosen: readonly string[];
  query: string;
  onQuery?: (query: string) => void;
  choice(slug: string): { name: string; value: string; isOn: boolean; onToggle?: () => void };
};

/** The frameworks of this article as a tree, or those that are called what was typed. A framework stands for all under it. */
export function FilterFrameworks({ frameworks, counts, chosen, query, onQuery, choice }: Props) {
  const isListed = ({ id, slug }: FrameworkSummary) => (counts.get(id) ?? 0) > 0 || chosen.includes(slug);
  const rows =
    query.trim() === ""
      ? inTreeOrder(frameworks).filter(isListed)
      : findFrameworks(frameworks, query).flatMap(({ framework }) => (isListed(framework) ? { ...framework, depth: 0 } : []));
  return (
    <fieldset>
      <legend>{facetWords.frameworks}, with all under it</legend>
      {onQuery && (
        <input
          className="input fpanel__q"
          type="text"
          aria-label="Find a framework"
          placeholder="Name, sign or number"
          autoComplete="off"
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
      )}
      <div className="fpanel__l">
        {rows.map((framework) => (
          <Check key={framework.id} {...choice(framework.slug)} count={counts.get(framework.id) ?? 0} depth={framework.depth}>
            <Siglum framework={framework} isNamed />{" "}
            <span className={framework.isDeprecated ? "is-dep" : undefined}>{framework.label}</span>
          </Check>
        ))}
        {rows.length === 0 && (
          <p className="hint">{query === "" ? "None is tagged here yet." : "None of those tagged here is called that."}</p>
        )}
      </div>
    </fieldset>
  );
}

import Link from "next/link";
import type { CollectionPage } from "@/lib/collection/collection";
import type { CollectionFilters } from "@/lib/collection/schema";
import { listFormat } from "@/lib/format";
import { paths } from "../shell/paths";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

type Props = { filters: CollectionFilters; page: Pick<CollectionPage, "articles" | "frameworks"> };

/** Which annotations are listed: an ordinary form, whose answer is an address that can be kept. */
export function CollectionFilterForm({ filters, page: { articles, frameworks } }: Props) {
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <form className="coll__f" action={paths.annotations} method="get" aria-label={listFormat(["Filter", "search"])}>
      <label className="input coll__q">
        <Icon name="search" />
        <span className="vh">Words of a note or a passage</span>
        <input type="search" name="q" defaultValue={filters.q} placeholder="Words of a note or a passage" maxLength={200} />
      </label>
      <Choice name="framework" label="Framework" any="Any framework" value={filters.framework}>
        {frameworks.map(({ slug, sign, label }) => (
          <option key={slug} value={slug}>
            {sign} {label}
          </option>
        ))}
      </Choice>
      <Choice name="stance" label="Stance" any="Either stance" value={filters.stance}>
        <option value="supports">Supports</option>
        <option value="contests">Contests</option>
      </Choice>
      <Choice name="audience" label="Who may see it" any="Any audience" value={filters.audience}>
        <option value="everyone">Everyone</option>
        <option value="onlyMe">Only me</option>
      </Choice>
      <Choice name="article" label="Article" any="All articles" value={filters.article}>
        {articles.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </Choice>
      <Button type="submit">Filter</Button>
      {isFiltered && (
        <Link className="link" href={paths.annotations}>
          Show all
        </Link>
      )}
    </form>
  );
}

type ChoiceProps = { name: string; label: string; any: string; value: string | undefined; children: React.ReactNode };

function Choice({ name, label, any, value, children }: ChoiceProps) {
  return (
    <label className={value === undefined ? "filter coll__s" : "filter coll__s is-set"}>
      <span className="vh">{label}</span>
      {/* made anew when the filter changes: a select keeps what was chosen in it, also when the address says otherwise */}
      <select key={value} name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {children}
      </select>
      <Icon name="down" isSmall />
    </label>
  );
}

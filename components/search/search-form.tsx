import { MAX_QUESTION_LENGTH } from "@/lib/search/limits";
import type { Search } from "@/lib/search/schema";
import { paths } from "../shell/paths";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

type Props = { asked: Search; article: { slug: string } | null };

/** Asks again, in the same article and for the same kind. */
export function SearchForm({ asked, article }: Props) {
  return (
    <search>
      <form className="searching__form" action={paths.search}>
        <label className="input input--lg">
          <Icon name="search" />
          <span className="vh">{article ? "Search this article and its notes" : "Search articles and notes"}</span>
          {/* As it was asked, however long: what is too much is said, not cut off. */}
          <input
            type="search"
            name="q"
            defaultValue={asked.q}
            key={asked.q}
            autoComplete="off"
            dir="auto"
            maxLength={Math.max(MAX_QUESTION_LENGTH, asked.q.length)}
          />
        </label>
        {article && <input type="hidden" name="article" value={article.slug} />}
        {asked.in !== undefined && <input type="hidden" name="in" value={asked.in} />}
        <Button type="submit" variant="primary" size="lg">
          Search
        </Button>
      </form>
    </search>
  );
}

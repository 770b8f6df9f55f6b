import type { ReadingPage } from "@/lib/articles/reading";
import { listFormat, plural } from "@/lib/format";
import { Time } from "../ui/time";

type Props = Pick<ReadingPage, "article" | "revision"> & { claims: number };

/** Title, standfirst, who wrote it and when, and how much there is to read. */
export function ArticleHeader({ article, revision, claims }: Props) {
  const paragraphs = revision.blocks.filter((block) => block.number !== null).length;
  const counts = [
    plural(paragraphs, { one: "paragraph", other: "paragraphs" }),
    claims > 0 && plural(claims, { one: "claim", other: "claims" }),
  ];
  return (
    <header className="art">
      <h1 dir="auto">{article.title}</h1>
      {article.standfirst !== null && (
        <p className="sub" dir="auto">
          {article.standfirst}
        </p>
      )}
      <p className="by" lang="en">
        {article.authors.length > 0 && <b>{listFormat(article.authors)}</b>}
        {article.published !== null && <span>{article.published}</span>}
        <span>
          Revision {revision.number}, <Time date={revision.createdAt} />
        </span>
        <span className="num">{counts.filter(Boolean).join(", ")}</span>
      </p>
    </header>
  );
}

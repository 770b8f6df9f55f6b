import type { Piece } from "@/lib/search/excerpt";
import type { Hit, Kind } from "@/lib/search/hit";
import { paths } from "../shell/paths";
import { Icon } from "../ui/icon";

/** More would not help to find the place, and make a long address. */
const MAX_FOUND = 6;

const kindWords: Record<Kind, string> = { article: "title", paragraph: "text", note: "note", claim: "claim", comment: "comment" };

/** A hit: the words around it, whose they are, and the way to its place. The article and its author speak in serif, readers in sans. */
export function HitRow({ hit }: { hit: Hit }) {
  const { kind, article, place, writer, isPrivate, excerpt } = hit;
  const isArticle = kind === "article" || kind === "paragraph" || writer?.isAuthor === true;
  return (
    <li className="hits__i">
      {/* Not the router's link: the browser scrolls to the place and the page highlights what was found, also without a router. */}
      <a
        className={isArticle ? "hits__x hits__x--article" : "hits__x"}
        href={addressOf(hit)}
        lang={isArticle ? article.language : undefined}
        dir="auto"
      >
        <Excerpt pieces={excerpt} />
      </a>
      <p className="hits__by">
        <span>{kindWords[kind]}</span>
        {writer && (
          <span>
            {isPrivate && <Icon name="lock" isSmall />}
            {writer.isViewer ? "you" : writer.name}
            {isPrivate && ", privately"}
            {writer.isAuthor && ", the author"}
          </span>
        )}
        {kind !== "article" && (
          <span>
            <span lang={article.language} dir="auto">
              {article.title}
            </span>
            {place?.paragraph != null && ` ¶ ${place.paragraph}`}
          </span>
        )}
      </p>
    </li>
  );
}

function Excerpt({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, isHit }) => {
    at += text.length;
    return isHit ? (
      <mark className="hit" key={at}>
        {text}
      </mark>
    ) : (
      text
    );
  });
}

/** The hit's place, with the words to highlight there. */
function addressOf({ kind, id, article, place, found }: Hit): string {
  const query = found.slice(0, MAX_FOUND).map((words) => ["find", words] as const);
  const path = kind === "note" ? paths.annotation(article.slug, id) : paths.article(article.slug);
  const address = query.length === 0 ? path : `${path}?${new URLSearchParams(query.map(([name, words]) => [name, words]))}`;
  if (kind === "comment") return paths.comment(article.slug, id);
  return kind === "note" || place === null ? address : `${address}#${place.anchor}`;
}

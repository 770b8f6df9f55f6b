import "server-only";
import type { DeskCritique } from "../critiques/desk";
import { listCritiques } from "../critiques/queries";
import { AppError } from "../errors";
import { listFrameworks } from "../frameworks/queries";
import { database } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { personIdOf, type Viewer } from "../policy/viewer";
import { type Letter, type LetterCritique, type LetterOrder, letterOf } from "./letter";

/** A file of every critique costs more than its page. */
const FILES_PER_MINUTE = { count: 20, seconds: 60 };
/** Readers who are not signed in share one count. */
const ANONYMOUS_FILES_PER_MINUTE = { count: 60, seconds: 60 };

/**
 * The letter that answers an article's critiques, of those that the viewer may see.
 * @throws AppError "not-found" when there is no such article
 */
export async function getLetter(
  viewer: Viewer,
  slug: string,
  { order, now = new Date() }: { order: LetterOrder; now?: Date },
): Promise<Letter> {
  const [article, critiques, frameworks] = await Promise.all([
    database().article.findUnique({
      where: { slug },
      select: {
        ...{ title: true, language: true, citation: true },
        bylines: { select: { name: true }, orderBy: { position: "asc" } },
        revisions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
      },
    }),
    listCritiques(viewer, slug),
    listFrameworks(),
  ]);
  const revision = article?.revisions[0]?.number;
  if (!article || revision === undefined) throw new AppError("not-found", "There is no such article.");
  const labels = new Map(frameworks.map(({ id, label }) => [id, label]));
  return letterOf(
    {
      title: article.title,
      language: article.language,
      citation: article.citation,
      authors: article.bylines.map(({ name }) => name),
      revision,
    },
    critiques.map(withLastPlace),
    { order, date: now.toISOString(), frameworkName: (id) => labels.get(id) ?? null },
  );
}

/**
 * The same, to be made a file of.
 * @throws AppError "not-found" | "rate-limited"
 */
export async function getLetterForFile(viewer: Viewer, slug: string, order: LetterOrder): Promise<Letter> {
  const personId = personIdOf(viewer);
  if (personId === null) await countTry("letter", ANONYMOUS_FILES_PER_MINUTE);
  else await countTry(`letter:${personId}`, FILES_PER_MINUTE);
  return getLetter(viewer, slug, { order });
}

/** A passage that an author has rewritten has no place in the newest text. The letter quotes it from the last that has it. */
function withLastPlace(critique: DeskCritique): LetterCritique {
  return critique.lost ? { ...critique, passage: critique.lost } : critique;
}

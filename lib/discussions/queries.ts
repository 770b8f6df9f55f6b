import "server-only";
import { AppError } from "../errors";
import { listFrameworks } from "../frameworks/queries";
import { database } from "../platform/db";
import { annotationsVisibleTo } from "../policy/annotation";
import type { Viewer } from "../policy/viewer";
import type { DiscussedAnnotation, DiscussedArticle, DiscussedClaim } from "./subject";

const absent = () => new AppError("not-found", "There is no such discussion.");

const articleSelect = {
  ...{ id: true, slug: true, title: true, language: true },
  bylines: { select: { name: true }, orderBy: { position: "asc" } },
} as const;

function shownArticle({ bylines, ...article }: Omit<DiscussedArticle, "authors"> & { bylines: { name: string }[] }): DiscussedArticle {
  return { ...article, authors: bylines.map(({ name }) => name) };
}

/** An article as the page of its discussion names it. Articles are for everyone. @throws AppError "not-found" */
export async function getDiscussedArticle(_viewer: Viewer, slug: string): Promise<DiscussedArticle> {
  const article = await database().article.findUnique({ where: { slug }, select: articleSelect });
  if (!article) throw absent();
  return shownArticle(article);
}

/** An annotation that the viewer may see, and its article. @throws AppError "not-found" */
export async function getDiscussedAnnotation(
  viewer: Viewer,
  slug: string,
  id: string,
): Promise<{ article: DiscussedArticle; annotation: DiscussedAnnotation }> {
  const [found, frameworks] = await Promise.all([findAnnotation(viewer, slug, id), listFrameworks()]);
  if (!found) throw absent();
  const { note, person, passage, article, tags } = found;
  const labelOf = new Map(frameworks.map((framework) => [framework.id, framework.label]));
  return {
    article: shownArticle(article),
    annotation: {
      id,
      note,
      writer: person.displayName,
      quote: passage.quote,
      paragraph: passage.block.number,
      frameworks: tags.map(({ stance, frameworkId }) => ({ id: frameworkId, label: labelOf.get(frameworkId) ?? "", stance })),
    },
  };
}

function findAnnotation(viewer: Viewer, slug: string, id: string) {
  return database().annotation.findFirst({
    where: { id, article: { slug }, ...annotationsVisibleTo(viewer) },
    select: {
      note: true,
      person: { select: { displayName: true } },
      passage: { select: { quote: true, block: { select: { number: true } } } },
      article: { select: articleSelect },
      tags: { select: { stance: true, frameworkId: true }, orderBy: { position: "asc" } },
    },
  });
}

/** A claim, public with its article. @throws AppError "not-found" */
export async function getDiscussedClaim(
  _viewer: Viewer,
  slug: string,
  id: string,
): Promise<{ article: DiscussedArticle; claim: DiscussedClaim }> {
  const found = await database().claim.findFirst({
    where: { id, passage: { revision: { article: { slug } } } },
    select: {
      number: true,
      statement: true,
      passage: {
        select: { quote: true, block: { select: { number: true } }, revision: { select: { article: { select: articleSelect } } } },
      },
    },
  });
  if (!found) throw absent();
  const { passage, ...claim } = found;
  return {
    article: shownArticle(passage.revision.article),
    claim: { id, ...claim, quote: passage.quote, paragraph: passage.block.number },
  };
}

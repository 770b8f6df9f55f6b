import "server-only";
import type { ReadComment, ReadThread } from "../articles/reading";
import { database } from "../platform/db";

/** What to print for somebody whose name was lost. */
const UNNAMED = "unnamed commenter";

const commenterSelect = { name: true, addressedAs: true, bylineId: true } as const;

/** The threads under an article as a whole, in the order they were imported or begun, each comment after those it may answer. */
export async function listThreads(articleId: string, authorIds: ReadonlySet<string>): Promise<ReadThread[]> {
  const threads = await database().thread.findMany({
    where: { articleId, annotationId: null, claimId: null },
    select: {
      id: true,
      position: true,
      isImported: true,
      comments: {
        where: { deletedAt: null },
        select: {
          id: true,
          position: true,
          parentPosition: true,
          text: true,
          createdAt: true,
          person: { select: { id: true, displayName: true } },
          commenter: { select: commenterSelect },
          answers: { select: { commenter: { select: commenterSelect } }, orderBy: { position: "asc" } },
        },
        orderBy: { position: "asc" },
      },
    },
    orderBy: { position: "asc" },
  });
  return threads.map(({ comments, ...thread }) => {
    const idAt = new Map(comments.map((comment) => [comment.position, comment.id]));
    return {
      ...thread,
      comments: comments.map(
        ({ id, text, person, commenter, answers, parentPosition, createdAt }): ReadComment => ({
          id,
          text,
          writer: person?.displayName ?? commenter?.name ?? UNNAMED,
          addressedAs: commenter?.name === null ? commenter.addressedAs : null,
          isAuthor: person ? authorIds.has(person.id) : commenter?.bylineId != null,
          isExternal: commenter !== null,
          answers: answers.map((answer) => answer.commenter.name ?? answer.commenter.addressedAs ?? UNNAMED),
          parentId: parentPosition === null ? null : (idAt.get(parentPosition) ?? null),
          createdAt: commenter === null ? createdAt.toISOString() : null,
        }),
      ),
    };
  });
}

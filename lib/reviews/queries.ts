import "server-only";
import { diff } from "../anchoring/diff";
import { AppError } from "../errors";
import { listFrameworks } from "../frameworks/queries";
import { candidatesSchema, lostWhySchema, movedWhySchema, reviewWhySchema } from "../placements/placement";
import { database } from "../platform/db";
import { rootsToPlaceBy } from "../policy/placement";
import type { Viewer } from "../policy/viewer";
import { piecesOf } from "../revisions/comparison";
import { excerptOf } from "./excerpt";
import type { ReviewItem, ReviewPage, Subject } from "./review";

const ITEMS_PER_PAGE = 40;

const blocksSelect = {
  select: { id: true, kind: true, level: true, number: true, start: true, end: true },
  orderBy: { position: "asc" },
} as const;

/** `doubted`: the annotation whose passage was carried to another place, and does not belong there. */
type Asked = { page?: number; doubted?: string | undefined };

/**
 * The passages of an article's newest text about which the viewer may decide, a page of them with what they need to: what waits, and what
 * was moved if somebody doubts it.
 * @throws AppError "unauthenticated"; "not-found" for an absent article, or a page that there is not
 */
export async function getReviewPage(viewer: Viewer, slug: string, { page = 1, doubted }: Asked = {}): Promise<ReviewPage> {
  if (viewer.kind === "anonymous") throw new AppError("unauthenticated", "Sign in to review the passages that wait for you.");
  const article = await database().article.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      language: true,
      bylines: { select: { name: true }, orderBy: { position: "asc" } },
      revisions: { select: { id: true, number: true, text: true, blocks: blocksSelect }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  const [revision] = article?.revisions ?? [];
  if (!article || !revision) throw new AppError("not-found", "There is no such article.");
  const { bylines, revisions: _, ...shown } = article;
  const where = whereOf(viewer, revision.id, doubted);
  const [frameworks, total, decidedCount, rows] = await Promise.all([
    listFrameworks(),
    database().placement.count({ where }),
    database().placement.count({ where: { ...where, decision: { not: null } } }),
    listRows(where, page),
  ]);
  const pages = Math.max(1, Math.ceil(total / ITEMS_PER_PAGE));
  if (page > pages) throw new AppError("not-found", "The queue has no such page.");
  const olds = await database().revision.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.from.revisionId))] } },
    select: { id: true, number: true, text: true, blocks: blocksSelect },
  });
  const oldOf = new Map(olds.map((old) => [old.id, old]));
  const items = rows.flatMap((row): ReviewItem[] => {
    const old = oldOf.get(row.from.revisionId);
    const subject = subjectOf(row.root);
    if (!old || !subject) return [];
    const { rootId, version, verdict, why, score, from, candidates, decision, decidedAt, decidedBy, passage } = row;
    const oldWords = old.text.slice(from.start, from.end);
    const excerpt = (span: { start: number; end: number }) => excerptOf(revision.text, revision.blocks, span);
    const known = verdict === "moved" && passage ? [{ ...passage, score: score ?? 0 }] : [];
    return [
      {
        ...{ rootId, version, subject, state: stateOf(verdict, why), revision: old.number, old: excerptOf(old.text, old.blocks, from) },
        candidates: (candidates === null ? known : candidatesSchema.parse(candidates)).map((candidate) => {
          const newWords = revision.text.slice(candidate.start, candidate.end);
          return { ...candidate, excerpt: excerpt(candidate), pieces: piecesOf(oldWords, newWords, diff(oldWords, newWords)) };
        }),
        decided:
          decision !== null && decidedAt !== null
            ? {
                decision,
                by: decidedBy?.displayName ?? null,
                at: decidedAt.toISOString(),
                place: passage && { ...passage, excerpt: excerpt(passage) },
              }
            : null,
      },
    ];
  });
  return { article: { ...shown, authors: bylines.map(({ name }) => name) }, revision, frameworks, items, total, decidedCount, page, pages };
}

function stateOf(verdict: string, why: string | null): ReviewItem["state"] {
  if (verdict === "moved") return { kind: "moved", why: movedWhySchema.parse(why) };
  return verdict === "review" ? { kind: "review", why: reviewWhySchema.parse(why) } : { kind: "lost", why: lostWhySchema.parse(why) };
}

function whereOf(viewer: Viewer, revisionId: string, doubted: string | undefined) {
  const waiting = { verdict: { in: ["review" as const, "lost" as const] } };
  const moved = doubted === undefined ? [] : [{ verdict: "moved" as const, root: { annotation: { is: { id: doubted } } } }];
  return { revisionId, root: rootsToPlaceBy(viewer), OR: [waiting, ...moved] };
}

function listRows(where: ReturnType<typeof whereOf>, page: number) {
  return database().placement.findMany({
    where,
    select: {
      rootId: true,
      version: true,
      verdict: true,
      why: true,
      score: true,
      candidates: true,
      decision: true,
      decidedAt: true,
      decidedBy: { select: { displayName: true } },
      passage: { select: { start: true, end: true } },
      from: { select: { revisionId: true, start: true, end: true } },
      root: {
        select: {
          annotation: {
            select: {
              id: true,
              note: true,
              audience: true,
              person: { select: { displayName: true } },
              tags: { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } },
            },
          },
          claim: { select: { number: true, statement: true } },
        },
      },
    },
    // Nothing that is decided changes its place: the list stays as it is while somebody works through it.
    orderBy: [{ from: { start: "asc" } }, { rootId: "asc" }],
    skip: (page - 1) * ITEMS_PER_PAGE,
    take: ITEMS_PER_PAGE,
  });
}

type Root = Awaited<ReturnType<typeof listRows>>[number]["root"];

function subjectOf({ annotation, claim }: Root): Subject | null {
  if (claim) return { kind: "claim", ...claim };
  if (!annotation) return null;
  const { person, ...rest } = annotation;
  return { kind: "annotation", by: person.displayName, ...rest };
}

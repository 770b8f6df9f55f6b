import "server-only";
import { AppError } from "../errors";
import { parseMarkdown } from "../markdown/parse";
import { excerptOf, plainBlocks } from "../markdown/text";
import { stepWords } from "../notifications/words";
import { database } from "../platform/db";
import { annotationsVisibleTo } from "../policy/annotation";
import { threadsVisibleTo } from "../policy/thread";
import { anonymous } from "../policy/viewer";
import type { Feed, FeedEntry } from "./atom";
import { htmlOf } from "./html";

const ENTRIES = 50;
/** UTF-16 code units of Markdown; a longer comment is read on its page. Anybody may ask for a feed, and reading long Markdown is dear. */
const READ_LENGTH = 2_000;
const QUOTE_LENGTH = 80;

/** Where things are, in full. */
export type FeedAddresses = {
  host: string;
  article(slug: string): string;
  feed(slug: string): string;
  annotation(slug: string, id: string): string;
  comment(slug: string, id: string): string;
  critique(slug: string, id: string): string;
};

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;
const person = { select: { displayName: true } } as const;
const spoken = { text: true, mentions: { select: { name: true } } } as const;

/**
 * What was lately said about an article where everybody may read it: notes, comments, and the steps of critiques. The same for everyone,
 * signed in or not, so that it may be kept on the way.
 * @throws AppError "not-found"
 */
export async function getFeed(slug: string, to: FeedAddresses): Promise<Feed> {
  const article = await database().article.findUnique({
    where: { slug },
    select: { id: true, title: true, language: true, createdAt: true },
  });
  if (!article) throw new AppError("not-found", "There is no such article.");
  const visible = { articleId: article.id, ...threadsVisibleTo(anonymous) };
  const [annotations, comments, steps] = await Promise.all([
    database().annotation.findMany({
      where: { articleId: article.id, note: { not: null }, hiddenAt: null, ...annotationsVisibleTo(anonymous) },
      select: { id: true, note: true, createdAt: true, editedAt: true, person, passage: { select: { quote: true } } },
      orderBy: [...newestFirst],
      take: ENTRIES,
    }),
    database().comment.findMany({
      // A step's word comes with its step; when an imported comment was written is not known.
      where: { thread: { is: visible }, personId: { not: null }, deletedAt: null, hiddenAt: null, step: { is: null } },
      select: { id: true, createdAt: true, editedAt: true, person, parentPosition: true, ...spoken },
      orderBy: [...newestFirst],
      take: ENTRIES,
    }),
    database().critiqueStep.findMany({
      where: { critique: { is: { thread: { is: visible } } } },
      select: {
        critiqueId: true,
        number: true,
        kind: true,
        at: true,
        person,
        comment: { select: { ...spoken, deletedAt: true, hiddenAt: true, editedAt: true } },
      },
      orderBy: [{ at: "desc" }, { critiqueId: "desc" }, { number: "desc" }],
      take: ENTRIES,
    }),
  ]);
  const entries: FeedEntry[] = [
    ...annotations.map(({ id, note, person, passage, createdAt, editedAt }) => ({
      ...{ id: `urn:uuid:${id}`, href: to.annotation(slug, id), author: person.displayName },
      title: `${person.displayName} on “${excerptOf(plainBlocks(passage.quote), QUOTE_LENGTH)}”`,
      html: htmlOf(plainBlocks(note ?? "")),
      ...times(createdAt, editedAt),
    })),
    ...comments.map(({ id, person, parentPosition, createdAt, editedAt, ...said }) => ({
      ...{ id: `urn:uuid:${id}`, href: to.comment(slug, id), author: person?.displayName ?? "" },
      title: `${person?.displayName ?? ""} ${parentPosition === null ? "commented" : "answered a comment"}`,
      html: saidHtml(said),
      ...times(createdAt, editedAt),
    })),
    ...steps.map(({ critiqueId, number, kind, at, person, comment }) => ({
      ...{ id: `tag:${to.host},2026:critique:${critiqueId}:${number}`, href: to.critique(slug, critiqueId), author: person.displayName },
      title: `${person.displayName} ${stepWords[kind]}`,
      html: comment === null || comment.deletedAt !== null || comment.hiddenAt !== null ? "" : saidHtml(comment),
      ...times(at, comment?.editedAt ?? null),
    })),
  ];
  const newest = entries.sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0)).slice(0, ENTRIES);
  return {
    ...{ id: `urn:uuid:${article.id}`, title: article.title, language: article.language, href: to.article(slug), self: to.feed(slug) },
    updated: [article.createdAt.toISOString(), ...newest.map(({ updated }) => updated)].sort().at(-1) ?? "",
    entries: newest,
  };
}

function times(at: Date, editedAt: Date | null): Pick<FeedEntry, "published" | "updated"> {
  return { published: at.toISOString(), updated: (editedAt ?? at).toISOString() };
}

function saidHtml({ text, mentions }: { text: string; mentions: { name: string }[] }): string {
  const cut = text.length > READ_LENGTH ? `${text.slice(0, READ_LENGTH).toWellFormed()}…` : text;
  return htmlOf(parseMarkdown(cut, { mentions: mentions.map(({ name }) => name) }));
}

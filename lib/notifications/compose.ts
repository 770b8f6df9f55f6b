import { plural } from "../format";
import type { ShownNotice } from "./schema";
import { inWords } from "./words";

/** So many are told in full in one mail; the others are in the inbox. */
export const MOST_IN_A_MAIL = 30;

/** Where the mail’s links lead, in full. */
export type MailLinks = { notice(id: string): string; inbox: string; account: string };

/**
 * One mail for what a person was told, the newest first, or null where there is nothing to tell. Plain text: what others wrote stands in
 * it as text, each line set off, so that no comment can pass for a word of ours.
 */
export function composeDigest(notices: readonly ShownNotice[], links: MailLinks): { subject: string; text: string } | null {
  const shown = notices.filter(({ by }) => by !== null);
  const [first] = shown;
  if (!first) return null;
  const told = shown.slice(0, MOST_IN_A_MAIL);
  const rest = shown.length - told.length;
  const parts = [
    ...byArticle(told).map(([title, ofArticle]) => [title, ...ofArticle.map((notice) => inFull(notice, links))].join("\n\n")),
    ...(rest > 0 ? [`And ${plural(rest, { one: "other", other: "others" })}: ${links.inbox}`] : []),
    `How often you get these mails: ${links.account}`,
  ];
  return { subject: subjectOf(shown, first), text: `${parts.join("\n\n\n")}\n` };
}

function subjectOf(notices: readonly ShownNotice[], first: ShownNotice): string {
  const { who, did } = inWords(first);
  if (notices.length === 1) return `${oneLine(who ?? "")} ${did}: ${oneLine(first.article.title)}`;
  const titles = new Set(notices.map(({ article }) => article.slug));
  const where = titles.size === 1 ? oneLine(first.article.title) : plural(titles.size, { one: "article", other: "articles" });
  return `${plural(notices.length, { one: "notice", other: "notices" })}: ${where}`;
}

/** In the order in which their newest comes. */
function byArticle(notices: readonly ShownNotice[]): [title: string, ShownNotice[]][] {
  const of = new Map<string, [string, ShownNotice[]]>();
  for (const notice of notices) {
    const group = of.get(notice.article.slug);
    if (group) group[1].push(notice);
    else of.set(notice.article.slug, [oneLine(notice.article.title), [notice]]);
  }
  return [...of.values()];
}

function inFull(notice: ShownNotice, links: MailLinks): string {
  const { who, did } = inWords(notice);
  const quoted = notice.text === null ? [] : [`> ${oneLine(notice.text)}`];
  return [`${oneLine(who ?? "")} ${did}.`, ...quoted, links.notice(notice.id)].join("\n");
}

/** Names and titles may hold line breaks of every kind, with which they could begin a line of ours. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

import { AppError } from "../../errors";
import { type ArticleDraft, type DraftBlock, type DroppedPart, MAX_AUTHORS } from "../schema";
import { ABOUT_THE_AUTHOR, findBiography } from "./biography";
import { byline, dateLine } from "./byline";
import { recogniseComments } from "./comments";
import { checkCounts, checkLengths, withinFormatLimit } from "./draft-limits";
import { guessLanguage } from "./language";
import { uniqueNames } from "./names";
import { notice } from "./notice";
import { gluedCredit, withoutStart } from "./picture-credit";
import { promotion } from "./promotion";
import type { Part, Reading } from "./reading";
import { isStandfirst } from "./standfirst";
import { takeTitle } from "./title";
import { clip, isBlank, oneLine } from "./white-space";

/** Bylines, dates and glued credits stand within this many first parts. */
const HEAD_PARTS = 4;
const LONGEST_BIOGRAPHY = 5000;
const LONGEST_PUBLISHED = 120;
const LONGEST_AUTHOR = 120;
const SECOND_DATE = "A second date: the article has one already.";

type Step<Found> = Found & { parts: Part[]; dropped: DroppedPart[] };

function withoutPromotion(parts: readonly Part[]): Step<object> {
  const dropped: DroppedPart[] = [];
  const kept = parts.filter((part) => {
    const why = promotion(part.block.text);
    if (why !== null) dropped.push(notice(part.line, part.block.text, why));
    return why === null;
  });
  return { parts: kept, dropped };
}

/** Names and dates between the title and the text. */
function takeHead(parts: readonly Part[], declared: string | undefined): Step<{ authors: string[]; published: string | undefined }> {
  const authors: string[] = [];
  const dropped: DroppedPart[] = [];
  let published = declared;
  const kept = parts.filter(({ block, line }, index) => {
    if (index >= HEAD_PARTS || block.kind !== "paragraph") return true;
    const found = byline(block.text);
    const date = dateLine(block.text) ?? found?.published;
    authors.push(...(found?.authors ?? []));
    if (found === null && date !== undefined && published !== undefined) dropped.push(notice(line, block.text, SECOND_DATE));
    published ??= date;
    return found === null && date === undefined;
  });
  return { authors, published, parts: kept, dropped };
}

function withoutCredits(parts: readonly Part[]): Step<object> {
  const dropped: DroppedPart[] = [];
  const cut = parts.map((part, index) => {
    const credit = index < HEAD_PARTS && part.block.kind === "paragraph" ? gluedCredit(part.block.text) : null;
    if (credit === null) return part;
    dropped.push(notice(part.line, credit, "A picture's file name, glued to the paragraph by the page's layout."));
    return { ...part, block: withoutStart(part.block, credit.length) };
  });
  return { parts: cut, dropped };
}

const biographyText = (parts: readonly Part[]) => parts.map((part) => part.block.text).join("\n\n");

/** The biography at the end, told by a heading above it or by how it opens. */
function takeBiography(parts: readonly Part[], authors: readonly string[]): Step<{ biography: string | null; authors: string[] }> {
  const kept = { biography: null, authors: [], parts: [...parts], dropped: [] };
  const texts = parts.map((part) => (part.block.kind === "paragraph" ? part.block.text : ""));
  const found = findBiography(texts, authors);
  const heading = parts.findLastIndex((part) => part.block.text.length < 60 && ABOUT_THE_AUTHOR.test(part.block.text));
  const isHeaded = heading > 0 && heading < parts.length - 1;
  const start = isHeaded ? heading + 1 : (found?.start ?? parts.length);
  const biography = biographyText(parts.slice(start));
  if (isBlank(biography) || biography.length > LONGEST_BIOGRAPHY) return kept;
  const above = isHeaded ? parts[heading] : undefined;
  const dropped = above === undefined ? [] : [notice(above.line, above.block.text, "The heading of the author's biography.")];
  return { biography, authors: found?.authors ?? [], parts: parts.slice(0, isHeaded ? heading : start), dropped };
}

/** The first part as standfirst, where it is one. */
function takeStandfirst(parts: readonly Part[], declared: string | undefined): { standfirst: string | undefined; parts: Part[] } {
  const [first, ...rest] = parts;
  if (declared !== undefined || first === undefined || !isStandfirst(first, rest)) return { standfirst: declared, parts: [...parts] };
  return { standfirst: first.block.text.trim(), parts: rest };
}

/** A block of the body: the title is level 1, so headings are 2 to 4. */
function bodyBlock({ block }: Part): DraftBlock {
  if (block.kind !== "heading") return block;
  return { ...block, level: Math.min(Math.max(block.level ?? 2, 2), 4) };
}

function requireParagraphs(parts: readonly Part[]): void {
  if (parts.some((part) => part.block.kind !== "heading")) return;
  throw new AppError("invalid", "This is an article without paragraphs: nothing readable is left besides its title and headings.", "text");
}

/** What is known of the article besides its text and comments; fields that nothing was found for are absent. */
function facts(found: { sourceUrl?: string; published?: string; standfirst?: string; biography: string | null }) {
  const { sourceUrl, standfirst, biography } = found;
  const published = clip(oneLine(found.published ?? ""), LONGEST_PUBLISHED);
  return {
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(published === "" ? {} : { published }),
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(biography === null ? {} : { biography: biography.trim() }),
  };
}

/**
 * From what a format's reader found to a draft: title, byline, standfirst, biography and comments are told apart from the body,
 * and what is no part of the article is listed. The order matters: promotion goes first, so that it is taken for nothing else.
 */
export function recognise(reading: Reading, filename: string): { draft: ArticleDraft; dropped: DroppedPart[] } {
  checkCounts(reading.parts.length, reading.comments.length);
  const clean = withoutPromotion(reading.parts);
  const titled = takeTitle({ ...reading, parts: clean.parts }, filename);
  const head = takeHead(titled.parts, reading.published);
  const named = [...reading.authors, ...head.authors];
  const bare = withoutCredits(head.parts);
  const written = takeBiography(bare.parts, named);
  const opened = takeStandfirst(written.parts, reading.standfirst);
  requireParagraphs(opened.parts);
  checkLengths(opened.parts, reading.comments);
  const authors = uniqueNames(named.length > 0 ? named : written.authors)
    .filter((name) => name.length <= LONGEST_AUTHOR)
    .slice(0, MAX_AUTHORS);
  const formatted = withinFormatLimit(opened.parts);
  const blocks = formatted.parts.map(bodyBlock);
  const draft: ArticleDraft = {
    title: titled.title,
    authors,
    language: reading.language ?? guessLanguage(`${titled.title}\n${blocks.map((block) => block.text).join("\n")}`),
    ...facts({ sourceUrl: reading.sourceUrl, published: head.published, standfirst: opened.standfirst, biography: written.biography }),
    blocks,
    comments: recogniseComments(reading.comments, authors),
  };
  const dropped = [reading, clean, titled, head, bare, written, formatted].flatMap((step) => step.dropped);
  return { draft, dropped };
}

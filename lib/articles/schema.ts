import { z } from "zod";
import { isStorable } from "../plain-text";

/** Bytes of an uploaded or pasted source. A 300,000-word book is about 2 MB. */
export const MAX_SOURCE_BYTES = 4 * 1024 * 1024;
/** UTF-16 code units of one block, and blocks of one article: beyond these it is not an article. */
export const MAX_BLOCK_LENGTH = 50_000;
export const MAX_BLOCKS = 20_000;
/** Names under one title. */
export const MAX_AUTHORS = 50;

/** A text that the database takes as it is. */
const storedText = z
  .string()
  .refine(isStorable, "There is an invisible control character in this text that cannot be stored: delete it, or type the words again");

export const blockKinds = ["paragraph", "heading", "quotation", "listItem"] as const;
export type BlockKind = (typeof blockKinds)[number];

export const formatKinds = ["emphasis", "strong", "code", "superscript", "subscript", "strikethrough", "link"] as const;
export type FormatKind = (typeof formatKinds)[number];

/** http, https and mailto only: everything else could run or fetch. */
export const safeHref = storedText
  .max(2000)
  .refine((href) => /^(https?:\/\/|mailto:)[^\s]+$/i.test(href), "Links must begin with http://, https:// or mailto:");

/** Inline formatting of [start, end), UTF-16 code units into the *block's* text in a draft, into the revision's text once stored. */
export const formatRangeSchema = z
  .object({
    kind: z.enum(formatKinds),
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    href: safeHref.optional(),
  })
  .refine((range) => range.end > range.start, "A formatting range must not be empty")
  .refine((range) => (range.kind === "link") === (range.href !== undefined), "A link has an address, and only a link");
export type FormatRange = z.infer<typeof formatRangeSchema>;

/** Whether two ranges of one kind lie over each other: nested a thousand times, they would be drawn a thousand times. */
function overlaps(formats: readonly FormatRange[]): boolean {
  const ends = new Map<FormatKind, number>();
  for (const { kind, start, end } of [...formats].sort((a, b) => a.start - b.start)) {
    if (start < (ends.get(kind) ?? 0)) return true;
    ends.set(kind, end);
  }
  return false;
}

const isHeadingLevel = (level: number | undefined) => level === undefined || (level >= 2 && level <= 4);

export const draftBlockSchema = z
  .object({
    kind: z.enum(blockKinds),
    /** heading level 2–4 (1 is the title), list nesting from 1 */
    level: z.number().int().min(1).max(6).optional(),
    text: storedText.min(1).max(MAX_BLOCK_LENGTH, `A paragraph may have at most ${MAX_BLOCK_LENGTH} characters`),
    formats: z.array(formatRangeSchema).max(5000),
  })
  .refine((block) => block.kind !== "heading" || isHeadingLevel(block.level), "A heading has a level from 2 to 4")
  .refine((block) => !overlaps(block.formats), "Formatting of one kind lies over itself: words can be emphasised, or be a link, only once")
  .refine((block) => block.formats.every((format) => format.end <= block.text.length), "Formatting reaches past the end of its paragraph")
  .refine((block) => !/\n/.test(block.text) || block.text.trim().length > 0, "A block must not be blank");
export type DraftBlock = z.infer<typeof draftBlockSchema>;

export const draftCommentSchema = z.object({
  /** null: the name was lost, shown as "unnamed commenter" */
  commenter: storedText.min(1).max(120).nullable(),
  /** what a later comment calls them, where their own name was lost */
  addressedAs: storedText.min(1).max(120).optional(),
  /** recognised as one of the article's authors */
  isAuthor: z.boolean(),
  text: storedText.min(1).max(MAX_BLOCK_LENGTH),
  /** index of an earlier comment in this list whose thread this one continues; absent: a thread of its own */
  inReplyTo: z.number().int().min(0).optional(),
  /** indexes of the comments whose commenters this one answers by name */
  answers: z.array(z.number().int().min(0)).max(50),
});
export type DraftComment = z.infer<typeof draftCommentSchema>;

/** An article about to be stored: what an import recognised, and a person may correct before saving. */
export const articleDraftSchema = z.object({
  title: storedText.trim().min(1, "An article needs a title").max(400),
  standfirst: storedText.trim().max(1000).optional(),
  authors: z.array(storedText.trim().min(1).max(120)).max(MAX_AUTHORS),
  /** BCP 47 */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language code such as en, ja or zh-Hant"),
  sourceUrl: z
    .union([
      z.literal(""),
      z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .refine(isStorable),
    ])
    .optional(),
  citation: storedText.trim().max(1000).optional(),
  published: storedText.trim().max(120).optional(),
  biography: storedText.trim().max(5000).optional(),
  blocks: z.array(draftBlockSchema).min(1, "An article needs at least one paragraph").max(MAX_BLOCKS),
  comments: z
    .array(draftCommentSchema)
    .max(5000)
    .refine(
      (comments) =>
        comments.every(
          (comment, index) =>
            (comment.inReplyTo === undefined || comment.inReplyTo < index) && comment.answers.every((answered) => answered < index),
        ),
      "A comment can only answer an earlier one",
    ),
});
export type ArticleDraft = z.infer<typeof articleDraftSchema>;

export type SourceFormat = "text" | "markdown" | "html";

/** Something of the source that is not in the draft, or that a person should look at. */
export type DroppedPart = {
  /** 1-based line of the source, or null where the format has no lines to speak of */
  line: number | null;
  /** the beginning of what was dropped, at most 200 code units */
  text: string;
  /** a sentence: why */
  why: string;
};

export type ImportPreview = { format: SourceFormat; draft: ArticleDraft; dropped: DroppedPart[] };

import { z } from "zod";
import type { StepKind } from "../critiques/life";
import type { CritiqueKind } from "../critiques/schema";

/** Why a person is told, the strongest reason first: of several that hold, the first is given. */
export const noticeKinds = ["mention", "critique", "answer", "step", "reply", "followed"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * What people are told of. A comment that is the word of a critique's step is told with its step, and needs no event of its own; a
 * critique's first step, which raises it, is "critique".
 */
export type NoticeEvent =
  | { kind: "comment"; commentId: string }
  | { kind: "critique"; critiqueId: string }
  | { kind: "step"; critiqueId: string; number: number };

/** More than this is “99+” to anybody; counting on would make every page dearer for nothing. */
export const MOST_COUNTED = 100;

export const followModes = ["follow", "mute"] as const;
export type FollowMode = (typeof followModes)[number];

export const mailRhythms = ["atOnce", "daily", "weekly", "never"] as const;
export type MailRhythm = (typeof mailRhythms)[number];

export const setFollowSchema = z.object({
  subject: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("article"), id: z.uuid() }),
    z.object({ kind: z.literal("thread"), id: z.uuid() }),
  ]),
  /** null: told as others are */
  mode: z.enum(followModes).nullable(),
});
export type SetFollow = z.infer<typeof setFollowSchema>;

/** What the viewer follows or mutes; null: told as others are. */
export type Following = { article: FollowMode | null; thread: FollowMode | null };

/** Some, or all that were there when the person looked: what has come since, they have not seen. */
export const markReadSchema = z.union([z.object({ until: z.iso.datetime() }), z.object({ ids: z.array(z.uuid()).min(1).max(200) })]);
export type MarkRead = z.infer<typeof markReadSchema>;

export const setMailRhythmSchema = z.object({ rhythm: z.enum(mailRhythms, "Choose how often you want mail.") });

/** A notice as its person may see it now. */
export type ShownNotice = {
  id: string;
  kind: NoticeKind;
  /** ISO 8601, UTC */
  createdAt: string;
  isRead: boolean;
  article: { slug: string; title: string; language: string };
  /** who did it; null where nothing of what they wrote is shown any more */
  by: { name: string; isAuthor: boolean } | null;
  /** the beginning of what they wrote, without its marks; null where there is none, or it is not shown any more */
  text: string | null;
  /** whether they wrote something that was taken back or hidden since */
  isGone: boolean;
  commentId: string | null;
  /** the critique that was moved, and by which step; it is of the annotation or of the comment */
  critique: { id: string; kind: CritiqueKind; step: StepKind; annotationId: string | null; commentId: string | null } | null;
};

export type InboxPage = { notices: ShownNotice[]; unread: number; nextCursor: string | null };

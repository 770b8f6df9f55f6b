import type { z } from "zod";
import { asSentence } from "../sentence";
import { type DraftFields, type EditedDraft, toDraft } from "./edited-draft";
import { type ArticleDraft, articleDraftSchema } from "./schema";

/** Where in the form something is wrong. */
export type ProblemPlace =
  | { kind: "field"; name: keyof DraftFields }
  | { kind: "block"; key: number }
  | { kind: "comment"; key: number }
  | { kind: "draft" };

export type DraftProblem = { place: ProblemPlace; message: string };

function isField(edited: EditedDraft, name: PropertyKey | undefined): name is keyof DraftFields {
  return typeof name === "string" && Object.hasOwn(edited.fields, name);
}

/** The place in the form that a path into the draft (`title`, `blocks.12.text`) means. */
export function placeOf(edited: EditedDraft, path: readonly PropertyKey[]): ProblemPlace {
  const [name, index] = path;
  const block = name === "blocks" ? edited.blocks[Number(index)] : undefined;
  if (block) return { kind: "block", key: block.key };
  const comment = name === "comments" ? edited.comments[Number(index)] : undefined;
  if (comment) return { kind: "comment", key: comment.key };
  return isField(edited, name) ? { kind: "field", name } : { kind: "draft" };
}

/** The draft to save, or everything that stands in the way of saving it. */
export function checkDraft(edited: EditedDraft): { draft: ArticleDraft } | { problems: DraftProblem[] } {
  const parsed = articleDraftSchema.safeParse(toDraft(edited));
  if (parsed.success) return { draft: parsed.data };
  const problems = parsed.error.issues.map((issue) => problemAt(edited, issue));
  // two names that are too long are one thing to put right in one field
  return { problems: [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()] };
}

function problemAt(edited: EditedDraft, issue: z.core.$ZodIssue): DraftProblem {
  const place = placeOf(edited, issue.path);
  return { place, message: wordsFor(place, issue) };
}

/** The schema's own words where it has some; what zod says by itself is for programmers. */
function wordsFor(place: ProblemPlace, issue: z.core.$ZodIssue): string {
  if (issue.code === "too_big" && place.kind !== "block" && place.kind !== "draft") return `At most ${issue.maximum} characters.`;
  if (place.kind === "field" && place.name === "sourceUrl") return "An address that begins with http:// or https://, or nothing.";
  if (place.kind === "comment") return "A comment needs some text.";
  return asSentence(issue.message);
}

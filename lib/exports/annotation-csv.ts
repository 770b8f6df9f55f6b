import type { ExportedAnnotation } from "../collection/collection";
import { csvRow } from "./csv";

const HEAD = [
  "id",
  "article",
  "revision",
  "paragraph",
  "passage",
  "supports",
  "contests",
  "note",
  "audience",
  "created",
  "edited",
  "address",
];

export function csvHead(): string {
  return csvRow(HEAD);
}

/** An annotation on a row; frameworks of one stance in one cell, their labels apart by semicolons. `address` is absolute. */
export function csvOf(annotation: ExportedAnnotation, address: string): string {
  const { id, article, revision, passage, tags, note, audience, createdAt, editedAt } = annotation;
  const labels = (stance: "supports" | "contests") =>
    tags
      .filter((tag) => tag.stance === stance)
      .map(({ framework }) => framework.label)
      .join("; ");
  const who = audience === "onlyMe" ? "only me" : "everyone";
  return csvRow([
    ...[id, article.title, revision.number, passage.paragraph, passage.quote, labels("supports"), labels("contests")],
    ...[note, who, createdAt, editedAt, address],
  ]);
}

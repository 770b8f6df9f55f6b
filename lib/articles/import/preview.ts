import type { DroppedPart, ImportPreview, SourceFormat } from "../schema";
import { detectFormat } from "./detect";
import { readHtml } from "./html";
import { MAX_NOTICES } from "./limits";
import { readMarkdown } from "./markdown";
import { counted, notice } from "./notice";
import { readPlainText } from "./plain-text";
import type { Reading } from "./reading";
import { recognise } from "./recognise";
import { checkSource, withoutUnstorable } from "./source";

const readers: Record<SourceFormat, (text: string) => Reading> = { text: readPlainText, markdown: readMarkdown, html: readHtml };

/** In the order of the source, so that a person can go through it once; what has no line comes last. */
function inOrder(dropped: readonly DroppedPart[]): DroppedPart[] {
  const at = (part: DroppedPart) => part.line ?? Number.POSITIVE_INFINITY;
  return [...dropped].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/**
 * What an import would make of a source: the draft a person then corrects and saves, and everything that was left out of it, with
 * why. Throws AppError, with a message for that person, when the source cannot be read or nothing readable remains.
 */
export function previewImport(source: { text: string; format?: SourceFormat; filename?: string }): ImportPreview {
  const { text, dropped: removed } = withoutUnstorable(checkSource(source.text));
  const format = source.format ?? detectFormat(text, source.filename);
  const recognised = recognise(readers[format](text), source.filename ?? "");
  const { draft } = recognised;
  const dropped = inOrder([...removed, ...recognised.dropped]);
  if (dropped.length <= MAX_NOTICES) return { format, draft, dropped };
  const rest = counted(dropped.length - MAX_NOTICES, "more part");
  return {
    format,
    draft,
    dropped: [...dropped.slice(0, MAX_NOTICES), notice(null, rest, "Left out for the same reasons as those listed.")],
  };
}

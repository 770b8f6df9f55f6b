import { previewImport } from "@/lib/articles/import/preview";
import { articleDraftSchema, type ImportPreview, type SourceFormat } from "@/lib/articles/schema";

/** Prose of about `length` characters, all different, beginning with a capital and ending in a full stop. */
export function prose(seed: string, length = 320): string {
  const words: string[] = [`${seed.charAt(0).toUpperCase()}${seed.slice(1)}`];
  for (let word = 1; words.join(" ").length < length; word += 1)
    words.push(`${seed}${word % 7 === 0 ? "ing" : ""}`, "and so", "on", "again");
  return `${words.join(" ")}.`;
}

/** The preview of a source, after holding it to the contract every draft must keep. */
export function preview(text: string, format: SourceFormat = "text", filename?: string): ImportPreview {
  const result = previewImport(filename === undefined ? { text, format } : { text, format, filename });
  articleDraftSchema.parse(result.draft);
  return result;
}

/** Blocks as short strings: `heading2: Text`. */
export function outline({ draft }: ImportPreview): string[] {
  return draft.blocks.map((block) => `${block.kind}${block.level ?? ""}: ${block.text}`);
}

/** Formats as `emphasis "words"`, of every block in order. */
export function marks({ draft }: ImportPreview): string[] {
  return draft.blocks.flatMap((block) =>
    block.formats.map(({ kind, start, end, href }) => `${kind} "${block.text.slice(start, end)}"${href === undefined ? "" : ` ${href}`}`),
  );
}

/** Dropped parts as `line: text`. */
export function left({ dropped }: ImportPreview): string[] {
  return dropped.map((part) => `${part.line ?? "-"}: ${part.text}`);
}

import "server-only";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { storeArticle } from "../lib/articles/commands";
import { decodeSource } from "../lib/articles/import/decode";
import { previewImport } from "../lib/articles/import/preview";
import { articleDraftSchema, type ImportPreview } from "../lib/articles/schema";
import { AppError } from "../lib/errors";
import { database } from "../lib/platform/db";

const usage = "Usage: npm run import -- FILE [--dry-run]\nTakes plain text, Markdown (.md) or HTML (.html) in UTF-8.";

/** What was recognised, for a person at a terminal. */
function describePreview({ format, draft, dropped }: ImportPreview): string {
  const line = (name: string, value: string | undefined) => `  ${name.padEnd(12)}${value || "–"}`;
  const paragraphs = draft.blocks.filter((block) => block.kind !== "heading").length;
  return [
    line("format", format),
    line("title", draft.title),
    line("standfirst", draft.standfirst),
    line("authors", draft.authors.join(", ")),
    line("language", draft.language),
    line("paragraphs", String(paragraphs)),
    line("headings", String(draft.blocks.length - paragraphs)),
    line("biography", draft.biography && `${draft.biography.slice(0, 60)}…`),
    line(
      "comments",
      draft.comments.map((comment) => `${comment.commenter ?? "unnamed commenter"}${comment.isAuthor ? " (author)" : ""}`).join(", "),
    ),
    ...dropped.map(({ line: at, text, why }) => line("left out", `${at === null ? "" : `line ${at}: `}“${text.slice(0, 60)}” (${why})`)),
  ].join("\n");
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } }, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new AppError("invalid", usage);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new AppError("not-found", `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const preview = previewImport({ text: decodeSource(bytes), filename: basename(file) });
  process.stdout.write(`${describePreview(preview)}\n`);
  if (values["dry-run"]) {
    process.stdout.write("Dry run: nothing was stored.\n");
    return;
  }
  const draft = articleDraftSchema.parse(preview.draft);
  const { slug, existed } = await storeArticle(draft, { createdById: null, isDemo: false, createdAt: new Date() });
  process.stdout.write(
    existed ? `This text is already here, as /articles/${slug}. Nothing was changed.\n` : `Stored as /articles/${slug}\n`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\nNothing was stored.\n`);
  process.exitCode = 1;
} finally {
  if (globalThis.hedgerowDatabase) await database().$disconnect();
}

import { MAX_SOURCE_BYTES } from "@/lib/articles/schema";

export const accepted = [".txt", ".md", ".markdown", ".html", ".htm"] as const;

const megabytes = (bytes: number) => `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toLocaleString("en-GB")} MB`;

/** What is wrong with so large a source, or null. Said before it is sent: an upload that must fail is a waste of somebody's time. */
export function sizeProblem(bytes: number): string | null {
  if (bytes === 0) return "This is empty.";
  if (bytes <= MAX_SOURCE_BYTES) return null;
  return `This is ${megabytes(bytes)}; an article may be at most ${megabytes(MAX_SOURCE_BYTES)}. Bring it in by its parts, or take the pictures out.`;
}

/** What is wrong with a file, or null. Its name decides how it is read. */
export function fileProblem(file: { name: string; size: number }): string | null {
  const name = file.name.toLowerCase();
  if (!accepted.some((ending) => name.endsWith(ending))) {
    return `“${file.name}” cannot be read. Text, Markdown and HTML can: save it as ${accepted.join(", ").replace(/, ([^,]*)$/, " or $1")}.`;
  }
  return sizeProblem(file.size);
}

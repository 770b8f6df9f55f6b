import { type PreviewAnswer, readPreviewAnswer } from "@/lib/articles/preview-answer";

export type Source = { kind: "text"; text: string } | { kind: "file"; file: File };

export const NO_CONNECTION = "Hedgerow could not be reached. Check the connection and try again; what you typed is still here.";

/** Asks what an import would take from a source. Nothing is stored. Null when it was called off. */
export async function requestPreview(source: Source, signal: AbortSignal): Promise<PreviewAnswer | null> {
  const form = new FormData();
  if (source.kind === "file") form.set("file", source.file);
  else form.set("text", source.text);
  try {
    const response = await fetch("/api/import/preview", { method: "POST", body: form, signal });
    return readPreviewAnswer(response.status, await jsonOf(response));
  } catch (error) {
    if (signal.aborted) return null;
    // fetch has one error for everything between here and the server, and no other way to say it
    if (error instanceof TypeError) return { ok: false, message: NO_CONNECTION };
    throw error;
  }
}

/** The body, or null where it is not JSON: a proxy's page in place of our answer. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

import { decodeSource } from "@/lib/articles/import/decode";
import { previewImport } from "@/lib/articles/import/preview";
import { MAX_SOURCE_BYTES } from "@/lib/articles/schema";
import { AppError } from "@/lib/errors";
import { assertSameOrigin, noStore, problem } from "@/lib/platform/http";
import { countTry } from "@/lib/platform/rate-limit";
import { currentViewer } from "@/lib/platform/session";
import { signedIn } from "@/lib/policy/person";

const PREVIEWS_PER_MINUTE = { count: 60, seconds: 60 };
/** A multipart body carries a boundary and headers around the source. */
const MAX_BODY_BYTES = MAX_SOURCE_BYTES + 64 * 1024;

/** What an import would take from an uploaded file or a pasted text (`file` or `text`); stores nothing. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers);
    const { personId } = signedIn(await currentViewer(), "add an article");
    await countTry(`preview:${personId}`, PREVIEWS_PER_MINUTE);
    if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > MAX_BODY_BYTES) {
      throw new AppError("too-large", "This source is larger than 4 MB. Nothing was stored; split it, or take the pictures out.");
    }
    const form = await request.formData();
    const file = form.get("file");
    const pasted = form.get("text");
    const bytes =
      file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(typeof pasted === "string" ? pasted : "");
    const filename = file instanceof File ? file.name : undefined;
    return Response.json(previewImport({ text: decodeSource(bytes), filename }), { headers: noStore });
  } catch (error) {
    return problem(error);
  }
}

import { AppError } from "@/lib/errors";
import { previewMarkdown } from "@/lib/markdown/queries";
import { previewSchema } from "@/lib/markdown/schema";
import { assertSameOrigin, noStore, problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";
import { MAX_COMMENT_LENGTH } from "@/lib/threads/schema";

/** JSON may write one character as twelve (`\ud83d\ude00`), and the names of those who can be mentioned come along. */
const MAX_BODY_BYTES = MAX_COMMENT_LENGTH * 6 + 128 * 1024;

/** What a comment will look like: `{text, mentions?}` becomes `{blocks}`. A door and no action, since actions of one page wait for each other. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers);
    if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > MAX_BODY_BYTES) {
      throw new AppError("too-large", "This is longer than a comment may be. Nothing was stored; what you typed is still here.");
    }
    const asked = previewSchema.safeParse(await request.json().catch(() => null));
    if (!asked.success) throw new AppError("invalid", asked.error.issues[0]?.message ?? "Send the text of a comment.");
    return Response.json({ blocks: await previewMarkdown(await currentViewer(), asked.data) }, { headers: noStore });
  } catch (error) {
    return problem(error);
  }
}

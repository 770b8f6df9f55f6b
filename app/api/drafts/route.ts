import { removeDraft, saveDraft } from "@/lib/drafts/commands";
import { findDraft } from "@/lib/drafts/queries";
import { draftKeySchema, MAX_DRAFT_LENGTH, saveDraftSchema } from "@/lib/drafts/schema";
import { AppError } from "@/lib/errors";
import { assertSameOrigin, noStore, problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";

/** In JSON a code unit takes at most six bytes (an escape); the rest is the key and the choice. */
const MAX_BODY_BYTES = 6 * MAX_DRAFT_LENGTH + 4096;

const shown = (draft: unknown) => Response.json({ draft }, { headers: { "Cache-Control": "private, no-store" } });

/** One's own draft under `key`. Drafts have a route handler because Next runs a tab's server actions one after the other. */
export async function GET(request: Request): Promise<Response> {
  try {
    return shown(await findDraft(await currentViewer(), keyIn(request)));
  } catch (error) {
    return problem(error);
  }
}

/** Keeps a draft; answers what is kept, which is another one where that was changed later. */
export async function PUT(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers);
    if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > MAX_BODY_BYTES) {
      throw new AppError("too-large", "This draft is too long to be kept on the server. It is kept on this device.");
    }
    const sent = saveDraftSchema.safeParse(await jsonOf(request));
    if (!sent.success) throw new AppError("invalid", sent.error.issues[0]?.message ?? "This is no draft.");
    return shown(await saveDraft(await currentViewer(), sent.data));
  } catch (error) {
    return problem(error);
  }
}

export async function DELETE(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers);
    await removeDraft(await currentViewer(), keyIn(request));
    return new Response(null, { status: 204, headers: noStore });
  } catch (error) {
    return problem(error);
  }
}

function keyIn(request: Request): string {
  const key = draftKeySchema.safeParse(new URL(request.url).searchParams.get("key"));
  if (!key.success) throw new AppError("invalid", "Name what the draft is to become.");
  return key.data;
}

/** The body, or null where it is not JSON. */
async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

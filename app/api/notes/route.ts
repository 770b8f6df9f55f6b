import { listNoteTexts } from "@/lib/annotations/queries";
import { noteTextsSchema } from "@/lib/annotations/schema";
import { AppError } from "@/lib/errors";
import { problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";

/** The notes on a stretch of a revision that were too many to come with its page, as far as the viewer may see them. */
export async function GET(request: Request): Promise<Response> {
  try {
    const asked = noteTextsSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new AppError("invalid", "Name a revision, and where in it to start and to end.");
    return Response.json(await listNoteTexts(await currentViewer(), asked.data), { headers: { "Cache-Control": "private, no-store" } });
  } catch (error) {
    return problem(error);
  }
}

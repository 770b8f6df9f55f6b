import { AppError } from "@/lib/errors";
import { problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";
import { getThread, listMentionable } from "@/lib/threads/queries";
import { whichSchema } from "../which";

/** Whom the viewer may name with an @ in a thread. */
export async function GET(request: Request): Promise<Response> {
  try {
    const which = whichSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!which.success) throw new AppError("invalid", "Name what the discussion is about.");
    const viewer = await currentViewer();
    const { slug, subject } = "slug" in which.data ? which.data : await subjectOf(viewer, which.data.threadId);
    return Response.json({ people: await listMentionable(viewer, slug, subject) }, { headers: { "Cache-Control": "private, no-store" } });
  } catch (error) {
    return problem(error);
  }
}

/** What a thread that is named by its own id is about. */
async function subjectOf(viewer: Awaited<ReturnType<typeof currentViewer>>, threadId: string) {
  const { articleSlug: slug, subject } = await getThread(viewer, { threadId }, { limit: 1 });
  return { slug, subject };
}

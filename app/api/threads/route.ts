import { AppError } from "@/lib/errors";
import { problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";
import { getThread } from "@/lib/threads/queries";
import { fromSchema, whichSchema } from "./which";

/** A stretch of a thread: the first, or the one in which the comment `from` stands. */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const [which, at] = [whichSchema.safeParse(query), fromSchema.safeParse(query)];
    if (!which.success || !at.success) throw new AppError("invalid", "Name what the discussion is about, and the comment to begin at.");
    const thread = await getThread(await currentViewer(), which.data, at.data);
    return Response.json(thread, { headers: { "Cache-Control": "private, no-store" } });
  } catch (error) {
    return problem(error);
  }
}

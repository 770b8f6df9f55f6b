import "server-only";
import { countTry, type Limit } from "../platform/rate-limit";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { parseMarkdown } from "./parse";
import type { RichBlock } from "./rich";
import type { Preview } from "./schema";

/** A person who types and looks, types and looks; the slowest text costs the server a quarter of a second. */
const PREVIEWS_PER_MINUTE: Limit = { count: 60, seconds: 60 };

/**
 * What a comment will look like once it is posted. Nothing is stored.
 * @throws AppError "unauthenticated", "rate-limited"
 */
export async function previewMarkdown(viewer: Viewer, { text, mentions }: Preview): Promise<RichBlock[]> {
  const { personId } = signedIn(viewer, "see what your comment will look like");
  await countTry(`preview-markdown:${personId}`, PREVIEWS_PER_MINUTE);
  return parseMarkdown(text, { mentions });
}

import { createHash } from "node:crypto";
import { paths } from "@/components/shell/paths";
import { atomOf } from "@/lib/feeds/atom";
import { type FeedAddresses, getFeed } from "@/lib/feeds/queries";
import { settings } from "@/lib/platform/env";
import { problem } from "@/lib/platform/http";

/** Long enough that many readers of one feed cost what one costs, short enough that what is taken back is soon gone from it. */
const KEPT_SECONDS = 300;

/** What was lately said about the article, as an Atom feed. It has nothing in it that is for one person, and asks for nobody's session. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  try {
    const feed = await getFeed(decodeURIComponent((await params).slug), addresses());
    const body = atomOf(feed);
    const headers = {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": `public, max-age=${KEPT_SECONDS}`,
      ETag: `"${createHash("sha256").update(body).digest("base64url")}"`,
      "Last-Modified": new Date(feed.updated).toUTCString(),
      "X-Content-Type-Options": "nosniff",
    };
    // Only by its tag: what was taken out of it makes it no newer.
    const known = request.headers
      .get("if-none-match")
      ?.split(",")
      .map((tag) => tag.trim().replace(/^W\//, ""));
    if (known?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
    return new Response(body, { headers });
  } catch (error) {
    return problem(error);
  }
}

function addresses(): FeedAddresses {
  const origin = settings().HEDGEROW_ORIGIN;
  return {
    host: new URL(origin).hostname,
    article: (slug) => origin + paths.article(slug),
    feed: (slug) => origin + paths.feed(slug),
    annotation: (slug, id) => origin + paths.annotation(slug, id),
    comment: (slug, id) => origin + paths.comment(slug, id),
    critique: (slug, id) => origin + paths.critique(slug, id),
  };
}

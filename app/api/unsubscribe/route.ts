import { paths, withQuery } from "@/components/shell/paths";
import { AppError } from "@/lib/errors";
import { unsubscribe } from "@/lib/mail/commands";
import { noStore, problem } from "@/lib/platform/http";

/** An answer that leads on to a page of ours. */
const onTo = (path: string) => new Response(null, { status: 303, headers: { ...noStore, Location: path } });

/**
 * Stops somebody's mails (RFC 8058). This write alone does not check where it comes from: the mail provider's server sends it when its
 * user clicks “Unsubscribe”, without cookies, without an Origin. So it reads no session and does what the sealed token says and
 * nothing else; whoever could make a browser send it would need the token, and with that needs no browser. With `page` it comes from the
 * button of our page, and leads back there.
 */
export async function POST(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const isFromPage = query.has("page");
  try {
    await unsubscribe(query.get("token") ?? "");
    return isFromPage
      ? onTo(withQuery(paths.unsubscribe, { done: "yes" }))
      : new Response("You will get no more of these mails.\n", { headers: noStore });
  } catch (error) {
    if (isFromPage && error instanceof AppError)
      return onTo(withQuery(paths.unsubscribe, { done: error.code === "not-found" ? "no" : "later" }));
    return problem(error);
  }
}

/** For mail programs that only follow links. Nothing is done yet: scanners follow them too. */
export function GET(request: Request): Response {
  return onTo(withQuery(paths.unsubscribe, { token: new URL(request.url).searchParams.get("token") }));
}

import "server-only";
import { AppError, type ErrorCode } from "../errors";
import { settings } from "./env";
import { log } from "./log";

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "rate-limited": 429,
  unavailable: 503,
};

/**
 * Refuses a write that does not come from our own pages. A browser sends Origin with every such request, so a missing
 * one is refused too. It must name the configured origin or the host that was asked (people also open 127.0.0.1).
 */
export function assertSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  if (origin !== null && (origin === settings().HEDGEROW_ORIGIN || hostOf(origin) === headers.get("host"))) return;
  throw new AppError("invalid", "This request did not come from Hedgerow’s own pages, so nothing was done. Open the page again and retry.");
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null; // "null" and other things that are no address
  }
}

/** An expected failure as a JSON answer; anything else is logged and told without its details. */
export function problem(error: unknown): Response {
  if (error instanceof AppError) {
    return Response.json(
      { code: error.code, message: error.message, field: error.field },
      { status: statusOf[error.code], headers: noStore },
    );
  }
  log.error("request failed", error);
  return Response.json(
    { code: "unavailable", message: "Something went wrong on our side. Nothing was changed." },
    { status: 500, headers: noStore },
  );
}

export const noStore = { "Cache-Control": "no-store" };

/**
 * Whether a GET is the person's own doing, in our pages or by an address they opened (from a mail): no other site's page sent them, and
 * the browser does not load ahead. A browser that does not say is believed; what follows is to be harmless.
 */
export function isOwnNavigation(headers: Headers): boolean {
  const from = headers.get("sec-fetch-site");
  const isAhead = /prefetch|prerender/.test(`${headers.get("sec-purpose")} ${headers.get("purpose")}`);
  return !isAhead && (from === null || from === "same-origin" || from === "none");
}

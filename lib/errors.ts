/** Why an operation was refused. Closed: pages, actions and the HTTP doors translate each exactly once. */
export type ErrorCode =
  | "invalid" // the input breaks a rule; the message says which and where
  | "unauthenticated" // sign in first
  | "not-found" // absent, or not for this viewer: the two answer alike
  | "conflict" // somebody else was first, or the thing exists already
  | "rate-limited" // too many tries; the message says when to try again
  | "too-large"
  | "unavailable"; // the database cannot be reached

/** An expected failure, with a sentence for the person who meets it. Anything else that is thrown is a bug. */
export class AppError extends Error {
  /** Next keeps a `digest` it finds on an error, so an error page can tell these apart in production. */
  readonly digest: string;

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** For `invalid`: the field's path in the input, dotted. */
    readonly field?: string,
  ) {
    super(message);
    this.name = "AppError";
    this.digest = `hedgerow:${code}`;
  }
}

/** What a server action answers: the value, or an expected failure as data. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string; field?: string };

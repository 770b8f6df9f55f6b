import { AppError } from "../errors";
import type { Viewer } from "./viewer";

export type SignedIn = Extract<Viewer, { kind: "person" }>;

/** The signed-in viewer. @throws AppError "unauthenticated" for the anonymous one, with what to do */
export function signedIn(viewer: Viewer, purpose: string): SignedIn {
  if (viewer.kind === "person") return viewer;
  throw new AppError("unauthenticated", `Sign in to ${purpose}. What you typed is still here.`);
}

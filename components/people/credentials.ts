import { signIn } from "next-auth/react";

/**
 * Signs in with an address and a passphrase. Null when it worked; otherwise what `signInWords` has a sentence for.
 * next-auth leaves the page where it finds no server, which would lose what was typed: so that is asked first.
 */
export async function signInWithPassphrase(email: string, password: string, callbackUrl: string): Promise<string | null> {
  if (!navigator.onLine) return "connection";
  try {
    const answer = await signIn("credentials", { email, password, callbackUrl, redirect: false });
    if (!answer) return "unavailable";
    if (answer.error !== null) return answer.error;
    return answer.ok ? null : "unavailable";
  } catch (error) {
    reportError(error);
    return "connection";
  }
}

/** Asks for a sign-in link by mail. Null when it is on its way. */
export async function requestSignInLink(email: string, callbackUrl: string): Promise<string | null> {
  if (!navigator.onLine) return "connection";
  try {
    const answer = await signIn("email", { email, callbackUrl, redirect: false });
    return answer ? answer.error : "unavailable";
  } catch (error) {
    reportError(error);
    return "connection";
  }
}

/** Goes on as somebody else: a whole page load, so that nothing drawn for the person before is left. */
export function continueTo(callbackUrl: string): void {
  window.location.assign(callbackUrl);
}

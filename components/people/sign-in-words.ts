/** The errors that next-auth (or our own check behind it) names, as sentences for the person who meets them. */
const words: Readonly<Record<string, string>> = {
  CredentialsSignin: "No account has this address with this passphrase. Check both: small and capital letters differ.",
  "rate-limited": "That was tried too often. Wait a quarter of an hour, then try again.",
  unavailable: "Hedgerow cannot reach its database at the moment. Wait a little, then try again.",
  EmailSignin: "The link could not be sent. Check the address, or wait a little and try again.",
  Verification: "This link was used already, or is too old. Ask for a new one.",
  OAuthAccountNotLinked: "An account with this address signs in another way. Sign in as you did the first time.",
  AccessDenied: "The other site did not let you in, or you stopped there. Nothing was changed.",
  SessionRequired: "Sign in to see that page.",
  connection: "Hedgerow could not be reached. Check the connection and try again.",
};

const otherSite = "Signing in by the other site did not work. Try again, or sign in another way.";
const unknown = "Signing in did not work, and it was not your doing. Try again in a moment.";

/** A sentence for a sign-in error; none for no error. */
export function signInWords(error: string | null | undefined): string | null {
  if (error === null || error === undefined || error === "") return null;
  return words[error] ?? (/^(OAuth|Callback)/.test(error) ? otherSite : unknown);
}

import { z } from "zod";

/** The standard claims of OpenID Connect Core 1.0, section 5.1, as far as they are used. Some issuers send `email_verified` as a string. */
const claimsSchema = z.looseObject({
  sub: z.string().min(1),
  name: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.unknown().optional(),
});

export type ClaimedPerson = { id: string; name: string | null; email: string | null; image: null };

/** Who an issuer says has come. An address that it has not confirmed may be somebody else's: it is not taken. @throws ZodError without a subject */
export function personOfClaims(claims: unknown): ClaimedPerson {
  const { sub, name, email, email_verified } = claimsSchema.parse(claims);
  const isConfirmed = email_verified === true || email_verified === "true";
  return { id: sub, name: name ?? null, email: isConfirmed ? (email ?? null) : null, image: null };
}

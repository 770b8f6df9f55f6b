import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's minimum for argon2id (2024): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** An argon2id PHC string of the passphrase (NFKC, so that the same words typed on another keyboard match). */
export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(passphrase.normalize("NFKC"), cost);
}

let decoy: Promise<string> | undefined;

/** Whether the passphrase is the hashed one. Without a hash the same work is done, so that timing tells nobody which accounts exist. */
export async function verifyPassphrase(hashed: string | null, passphrase: string): Promise<boolean> {
  decoy ??= hashPassphrase("no account has this passphrase");
  const matches = await verify(hashed ?? (await decoy), passphrase.normalize("NFKC"));
  return hashed !== null && matches;
}

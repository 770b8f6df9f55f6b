import { z } from "zod";
import { storable } from "../plain-text";

/** NIST SP 800-63B: length decides, composition rules do not help. */
export const MIN_PASSPHRASE_LENGTH = 12;

/** Counted as people count: in grapheme clusters, not in code units. */
const passphrase = z
  .string()
  .max(1000, "A passphrase may have at most 1,000 characters")
  .refine(
    (value) => [...new Intl.Segmenter().segment(value)].length >= MIN_PASSPHRASE_LENGTH,
    `At least ${MIN_PASSPHRASE_LENGTH} characters. A few words that you will remember are better than one with signs in it.`,
  );
const displayName = z
  .string()
  .transform(storable)
  .pipe(z.string().trim().min(1, "What should others call you?").max(120, "A name may have at most 120 characters"));

export const registerSchema = z.object({
  displayName,
  email: z.email("An address such as name@university.example").max(320),
  passphrase,
});
export type Register = z.infer<typeof registerSchema>;

export const signInSchema = z.object({ email: z.string().trim().min(1).max(320), password: z.string().min(1).max(1000) });
export type SignIn = z.infer<typeof signInSchema>;

export const changePassphraseSchema = z.object({ current: z.string().max(1000), next: passphrase });
export type ChangePassphrase = z.infer<typeof changePassphraseSchema>;

export const changeNameSchema = z.object({ displayName });
export const sessionIdSchema = z.object({ sessionId: z.uuid() });
export const nothingSchema = z.object({});

/** A session as its owner sees it. */
export type ShownSession = { id: string; userAgent: string | null; createdAt: string; lastSeenAt: string; isThisOne: boolean };
export type Account = {
  displayName: string;
  email: string | null;
  role: "reader" | "curator" | "admin";
  hasPassphrase: boolean;
  sessions: ShownSession[];
};
export type DemoAccount = { displayName: string; email: string; part: string };

/** The ways to sign in besides a passphrase; `demoAccounts` is empty where none may be offered. */
export type SignInDoors = { providers: { id: string; name: string }[]; emailLink: boolean; demoAccounts: DemoAccount[] };

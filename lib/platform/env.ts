import "server-only";
import { z } from "zod";

const optional = (schema: z.ZodType<string>) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const text = z.string().min(1);

const settingsSchema = z
  .object({
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/\S+$/, "an address such as postgresql://user:password@host:5432/database"),
    HEDGEROW_ORIGIN: z
      .url({ protocol: /^https?$/, error: "the address people open, such as https://hedgerow.example.org" })
      .default("http://localhost:3000")
      .transform((url) => new URL(url).origin),
    NEXTAUTH_SECRET: z.string().min(32, "at least 32 random characters"),
    HEDGEROW_DATABASE: z.enum(["embedded", "external"]).default("external"),
    HEDGEROW_DEMO: z.enum(["0", "1"], "0 or 1").default("0"),
    DATABASE_POOL_SIZE: z.coerce.number("a number from 1 to 100").int().min(1).max(100).default(10),
    SMTP_URL: optional(z.string().regex(/^smtps?:\/\/\S+$/, "an address such as smtps://user:password@mail.example.org")),
    MAIL_FROM: optional(text),
    ORCID_CLIENT_ID: optional(text),
    ORCID_CLIENT_SECRET: optional(text),
    GITHUB_CLIENT_ID: optional(text),
    GITHUB_CLIENT_SECRET: optional(text),
    GOOGLE_CLIENT_ID: optional(text),
    GOOGLE_CLIENT_SECRET: optional(text),
    OIDC_NAME: optional(text),
    OIDC_ISSUER: optional(z.url({ protocol: /^https?$/, error: "the issuer's address, such as https://login.example.org" })),
    OIDC_CLIENT_ID: optional(text),
    OIDC_CLIENT_SECRET: optional(text),
  })
  .superRefine((settings, context) => {
    const together = [
      ["SMTP_URL", "MAIL_FROM"],
      ["ORCID_CLIENT_ID", "ORCID_CLIENT_SECRET"],
      ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
      ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
      ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
    ] as const;
    for (const names of together) {
      const missing = names.filter((name) => !settings[name]);
      const present = names.find((name) => settings[name]);
      if (present === undefined) continue;
      for (const name of missing) context.addIssue({ code: "custom", path: [name], message: `a value, because ${present} is set` });
    }
  });

export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings out of an environment.
 * @throws Error naming each wrong variable and what is expected of it; values are not repeated, since they may be secrets.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const result = settingsSchema.safeParse(environment);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    const found = environment[name] ? "has another form" : "is not set";
    return `  ${name} ${found}; expected: ${issue.message}`;
  });
  throw new Error(`Hedgerow cannot start with these settings:\n${lines.join("\n")}\nSee .env.example for what each one means.`);
}

let parsed: Settings | undefined;

/** The settings of this process, read once. */
export function settings(): Settings {
  parsed ??= parseSettings(process.env);
  return parsed;
}

/** Demo accounts are offered when the demo is loaded, and never in production mode on a database of the user's own. */
export function offersDemoAccounts(of: Pick<Settings, "HEDGEROW_DEMO" | "HEDGEROW_DATABASE">, isProduction: boolean): boolean {
  return of.HEDGEROW_DEMO === "1" && (of.HEDGEROW_DATABASE === "embedded" || !isProduction);
}

/** Whether this process offers demo accounts. */
export function opensDemoAccounts(): boolean {
  return offersDemoAccounts(settings(), process.env.NODE_ENV === "production");
}

import NextAuth, { type AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { AppError } from "@/lib/errors";
import { beginSession, endSession, signInWithPassphrase } from "@/lib/people/commands";
import { signInSchema } from "@/lib/people/schema";
import { type Settings, settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { sendMail } from "@/lib/platform/mail";
import { SESSION_DAYS } from "@/lib/platform/session";
import { personOfClaims } from "@/lib/sign-in/claims";
import {
  countEmailLink,
  createPersonFromSignIn,
  findPerson,
  findPersonByEmail,
  findPersonByIdentity,
  keepEmailLink,
  losesPassphrase,
  proveEmail,
  type SiteAccount,
  takeEmailLink,
} from "@/lib/sign-in/commands";

/** What one request shares between the calls that next-auth makes for it. */
type Arrival = {
  userAgent: string | null;
  /** the other site's account that was looked for: next-auth makes the person and the identity one after the other, we make both at once */
  account: SiteAccount | null;
  /** whether a link may be made and mailed: next-auth does both at the same time */
  permission: Promise<void> | null;
};

function permit(arrival: Arrival, email: string): Promise<void> {
  arrival.permission ??= countEmailLink(email);
  return arrival.permission;
}

/** A subject is unique within its issuer only. */
function siteAccount({ provider, providerAccountId }: SiteAccount): SiteAccount {
  return { provider: provider === "oidc" ? `oidc:${settings().OIDC_ISSUER}` : provider, providerAccountId };
}

/** next-auth's store, over our own people. Its session methods are absent: sessions are rows of ours, named in the token. */
function adapterFor(arrival: Arrival): Adapter {
  return {
    createUser: (user: { name?: string | null; email: string }) =>
      createPersonFromSignIn({ name: user.name ?? null, email: user.email || null }, arrival.account),
    getUser: findPerson,
    getUserByEmail: findPersonByEmail,
    getUserByAccount(account) {
      arrival.account = siteAccount(account);
      return findPersonByIdentity(arrival.account);
    },
    async updateUser({ id, emailVerified }) {
      if (emailVerified) await proveEmail(id, emailVerified);
      const person = await findPerson(id);
      if (!person) throw new Error("the person who signs in is gone");
      return person;
    },
    // stored with the person
    linkAccount: async () => {},
    async createVerificationToken({ identifier, token, expires }) {
      await permit(arrival, identifier);
      await keepEmailLink(identifier, token, expires);
      return { identifier, token, expires };
    },
    async useVerificationToken({ identifier, token }) {
      const link = await takeEmailLink(identifier, token);
      return link && { ...link, token };
    },
  };
}

/** A sign-in by OpenID Connect discovery: ORCID, a university, any issuer. */
function openIdConnect(id: string, name: string, issuer: string, clientId: string, clientSecret: string): OAuthConfig<unknown> {
  return {
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: id === "orcid" ? "openid" : "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret,
    profile: personOfClaims,
  };
}

/** Each way to sign in appears when its settings are there. */
function providersOf(of: Settings, arrival: Arrival): AuthOptions["providers"] {
  const providers: AuthOptions["providers"] = [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const input = signInSchema.safeParse(credentials);
        if (!input.success) return null;
        try {
          const session = await signInWithPassphrase(input.data, arrival.userAgent);
          return session && { id: session.personId, sessionId: session.sessionId };
        } catch (error) {
          // next-auth hands an error's message to the page as its `error`: a code, translated there. Any other message stays here.
          if (error instanceof AppError) throw new Error(error.code);
          log.error("sign-in failed", error);
          throw new Error("unexpected");
        }
      },
    }),
  ];
  if (of.SMTP_URL) {
    providers.push(
      EmailProvider({
        maxAge: 60 * 60,
        async sendVerificationRequest({ identifier, url }) {
          await permit(arrival, identifier);
          await sendMail({
            to: identifier,
            subject: "Your sign-in link for Hedgerow",
            text: `Open this link within an hour to sign in to Hedgerow:\n\n${url}\n\nIt works once. If you did not ask for it, do nothing.\n${
              (await losesPassphrase(identifier))
                ? "\nThe account with this address has a passphrase, but nobody has shown yet that the address is theirs. Opening the link does so, and takes the passphrase away, since somebody else may have set it. You can set a new one on your account page.\n"
                : ""
            }`,
          });
        },
      }),
    );
  }
  if (of.ORCID_CLIENT_ID && of.ORCID_CLIENT_SECRET) {
    providers.push(openIdConnect("orcid", "ORCID", "https://orcid.org", of.ORCID_CLIENT_ID, of.ORCID_CLIENT_SECRET));
  }
  if (of.GITHUB_CLIENT_ID && of.GITHUB_CLIENT_SECRET) {
    providers.push(GitHubProvider({ clientId: of.GITHUB_CLIENT_ID, clientSecret: of.GITHUB_CLIENT_SECRET }));
  }
  if (of.GOOGLE_CLIENT_ID && of.GOOGLE_CLIENT_SECRET) {
    providers.push(GoogleProvider({ clientId: of.GOOGLE_CLIENT_ID, clientSecret: of.GOOGLE_CLIENT_SECRET, profile: personOfClaims }));
  }
  if (of.OIDC_ISSUER && of.OIDC_CLIENT_ID && of.OIDC_CLIENT_SECRET) {
    providers.push(openIdConnect("oidc", of.OIDC_NAME ?? "OpenID Connect", of.OIDC_ISSUER, of.OIDC_CLIENT_ID, of.OIDC_CLIENT_SECRET));
  }
  return providers;
}

function optionsFor(request: Request): AuthOptions {
  const arrival: Arrival = { userAgent: request.headers.get("user-agent"), account: null, permission: null };
  return {
    adapter: adapterFor(arrival),
    secret: settings().NEXTAUTH_SECRET,
    providers: providersOf(settings(), arrival),
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/check-your-mail", newUser: undefined },
    // The credentials provider works with token sessions only; ours carries nothing but the id of a row.
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 3600 },
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        // by passphrase it has begun already, together with the check
        if ("sessionId" in user) return { sid: user.sessionId };
        const { sessionId } = await beginSession(user.id, arrival.userAgent);
        return { sid: sessionId };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sid === "string") await endSession(token.sid);
      },
    },
  };
}

type Context = { params: Promise<{ nextauth: string[] }> };

function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(optionsFor(request))(request, context);
}

export { handle as GET, handle as POST };

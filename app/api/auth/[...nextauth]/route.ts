import NextAuth, { type AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import {
  beginSession,
  checkPassphrase,
  createPersonFromSignIn,
  endSession,
  findPerson,
  findPersonByEmail,
  findPersonByIdentity,
  keepEmailLink,
  linkIdentity,
  markEmailVerified,
  takeEmailLink,
} from "@/lib/people/commands";
import { signInSchema } from "@/lib/people/schema";
import { type Settings, settings } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";
import { SESSION_DAYS } from "@/lib/platform/session";

/** next-auth's store, over our own people. Its session methods are absent: sessions are rows of ours, named in the token. */
const adapter: Adapter = {
  createUser: (user: { name?: string | null; email: string; emailVerified: Date | null }) =>
    createPersonFromSignIn({ name: user.name ?? null, email: user.email || null, emailVerified: user.emailVerified }),
  getUser: findPerson,
  getUserByEmail: findPersonByEmail,
  getUserByAccount: ({ provider, providerAccountId }) => findPersonByIdentity(provider, providerAccountId),
  async updateUser({ id, emailVerified }) {
    if (emailVerified) await markEmailVerified(id, emailVerified);
    const person = await findPerson(id);
    if (!person) throw new Error("the person who signs in is gone");
    return person;
  },
  async linkAccount(account: { userId: string; provider: string; providerAccountId: string }) {
    await linkIdentity(account.userId, account.provider, account.providerAccountId);
  },
  async createVerificationToken({ identifier, token, expires }) {
    await keepEmailLink(identifier, token, expires);
    return { identifier, token, expires };
  },
  async useVerificationToken({ identifier, token }) {
    const link = await takeEmailLink(identifier, token);
    return link && { ...link, token };
  },
};

const oidcProfile = z.looseObject({ sub: z.string(), name: z.string().nullish(), email: z.string().nullish() });

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
    profile(claims) {
      const { sub, name: claimedName, email } = oidcProfile.parse(claims);
      return { id: sub, name: claimedName ?? null, email: email ?? null, image: null };
    },
  };
}

/** Each way to sign in appears when its settings are there. */
function providersOf(of: Settings): AuthOptions["providers"] {
  const providers: AuthOptions["providers"] = [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const input = signInSchema.safeParse(credentials);
        if (!input.success) return null;
        try {
          const person = await checkPassphrase(input.data);
          return person && { id: person.personId };
        } catch (error) {
          // next-auth hands an error's message to the page as its `error`: a code, translated there.
          if (error instanceof AppError) throw new Error(error.code);
          throw error;
        }
      },
    }),
  ];
  if (of.SMTP_URL) {
    providers.push(
      EmailProvider({
        maxAge: 60 * 60,
        sendVerificationRequest: ({ identifier, url }) =>
          sendMail({
            to: identifier,
            subject: "Your sign-in link for Hedgerow",
            text: `Open this link within an hour to sign in to Hedgerow:\n\n${url}\n\nIt works once. If you did not ask for it, do nothing.\n`,
          }),
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
    providers.push(GoogleProvider({ clientId: of.GOOGLE_CLIENT_ID, clientSecret: of.GOOGLE_CLIENT_SECRET }));
  }
  if (of.OIDC_ISSUER && of.OIDC_CLIENT_ID && of.OIDC_CLIENT_SECRET) {
    providers.push(openIdConnect("oidc", of.OIDC_NAME ?? "OpenID Connect", of.OIDC_ISSUER, of.OIDC_CLIENT_ID, of.OIDC_CLIENT_SECRET));
  }
  return providers;
}

function optionsFor(request: Request): AuthOptions {
  return {
    adapter,
    secret: settings().NEXTAUTH_SECRET,
    providers: providersOf(settings()),
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/check-your-mail", newUser: undefined },
    // The credentials provider works with token sessions only; ours carries nothing but the id of a row.
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 3600 },
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        const { sessionId } = await beginSession(user.id, request.headers.get("user-agent"));
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

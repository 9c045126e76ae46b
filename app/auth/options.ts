import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { door } from "../door";
import { findRefusal } from "../refusal";
import { sessionCookie, sessionSecret } from "../session";
import { accountProviders } from "./providers";

/** As long as the registry keeps a browser's session; ending it earlier is the registry's to do. */
const SESSION_DAYS = 14;

/**
 * The ceremony of signing in. next-auth talks to providers and sets the cookie; what the cookie holds is the opaque
 * secret that the registry gave, so that signing out anywhere, and everywhere, is true at once.
 */
export function authOptions(): NextAuthOptions {
  const { config, invoke, openByIdentity, viewer } = door();
  // next-auth reads its own address from here and from nowhere else.
  process.env.NEXTAUTH_URL = config.url;
  return {
    secret: config.secret,
    useSecureCookies: sessionCookie().secure,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/you" },
    providers: [
      CredentialsProvider({
        credentials: { handle: { label: "Handle" }, password: { label: "Password", type: "password" } },
        async authorize(given) {
          try {
            const { handle = "", password = "" } = given ?? {};
            const { secret, member } = await invoke("browser.open", { handle, password }, undefined);
            return { id: member.id, secret };
          } catch (error) {
            if (findRefusal(error)) return null;
            throw error;
          }
        },
      }),
      ...accountProviders(config),
    ],
    jwt: {
      encode: ({ token }) => String(token?.secret ?? ""),
      decode: ({ token }) => (token && viewer(token).member ? { secret: token } : null),
    },
    callbacks: {
      async signIn({ account, user }) {
        if (!account || account.type === "credentials") return true;
        const identity = {
          provider: account.provider as "github" | "oidc",
          subject: account.providerAccountId,
        };
        const secret = await sessionSecret();
        try {
          if (viewer(secret).member) {
            await invoke("identity.link", identity, secret);
            return "/you?linked=1";
          }
          Object.assign(user, { secret: (await openByIdentity(identity)).secret });
          return true;
        } catch (error) {
          const refusal = findRefusal(error);
          if (!refusal) throw error;
          return refusal.code === "unauthenticated" ? "/sign-in?error=not-linked" : "/you?linked=0";
        }
      },
      jwt: ({ token, user }) => (user && "secret" in user ? { secret: user.secret } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { name: viewer(String(token.secret)).member?.handle },
      }),
    },
    events: {
      async signOut({ token }) {
        if (token) await invoke("browser.close", {}, String(token.secret));
      },
    },
  };
}

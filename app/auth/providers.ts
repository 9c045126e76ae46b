import GitHubProvider from "next-auth/providers/github";
import type { Provider } from "next-auth/providers/index";
import type { Door } from "#registry/door";

/** Where an account elsewhere can vouch for a member; only what is configured. */
export function accountProviders({ github, oidc }: Door["config"]): Provider[] {
  const providers: Provider[] = [];
  if (github) providers.push(GitHubProvider({ clientId: github.id, clientSecret: github.secret }));
  if (oidc) {
    providers.push({
      id: "oidc",
      name: new URL(oidc.issuer).host,
      type: "oauth",
      wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authorization: { params: { scope: "openid" } },
      idToken: true,
      checks: ["pkce", "state"],
      profile: ({ sub }: { sub: string }) => ({ id: sub }),
    });
  }
  return providers;
}

/** The same as buttons need them. */
export function accountButtons(config: Door["config"]): { id: string; name: string }[] {
  return accountProviders(config).map(({ id, name }) => ({ id, name }));
}

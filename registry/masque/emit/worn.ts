import type { Definition } from "../definition";

/** A masque as it is being worn: what every emitter writes from. Plain data, as an assume answer or a file gives it. */
export interface Worn {
  name: string;
  version: string;
  digest: string;
  title: string;
  /** As stated. */
  intent: string;
  context: string | null;
  /** `url` is where the pointer's server answers, when the registry's directory knows it. */
  knowledge: { uri: string; server: string; url?: string }[];
  /** `credentials` are environment variables by name; absent when nothing was issued. */
  access: { role: string; provider: string; expiresAt?: string; credentials?: Record<string, string> } | null;
  lens: string;
  spinnerVerbs?: Definition["spinnerVerbs"];
  /** Absent when the masque is only looked at. `token` is a secret. */
  session?: { id: string; token: string; expiresAt: string };
}

/** A definition as if it were worn for an intent, without session or credentials. */
export function wornFrom(
  definition: Definition,
  identity: { name: string; digest: string },
  intent: string,
  servers: Record<string, string> = {},
): Worn {
  const { version, name: title, context, knowledge, access, lens, spinnerVerbs } = definition;
  return {
    ...identity,
    version,
    title,
    intent,
    context,
    knowledge: knowledge.map((uri) => {
      const server = uri.slice("mcp://".length).split("/", 1)[0] ?? "";
      return Object.hasOwn(servers, server) ? { uri, server, url: servers[server] } : { uri, server };
    }),
    access: access && { role: access.vault_role, provider: access.provider ?? "oidc" },
    lens,
    ...(spinnerVerbs && { spinnerVerbs }),
  };
}

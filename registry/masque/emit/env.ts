import type { Worn } from "./worn";

/**
 * Shell text that sets what a process wearing the masque finds in its environment: `eval "$(masque assume … --emit env)"`.
 * It carries the session's token and the credentials, so it belongs into a process or a 0600 file, never into a log.
 */
export function emitEnv(worn: Worn): string {
  return Object.entries(environmentOf(worn))
    .map(([name, value]) => `export ${name}=${quoted(value)}\n`)
    .join("");
}

/** The same as names and values. Never the member's own token. */
export function environmentOf({
  name,
  version,
  digest,
  intent,
  knowledge,
  access,
  session,
}: Worn): Record<string, string> {
  return {
    MASQUE_REFERENCE: `masque:${name}@v${version}`,
    MASQUE_DIGEST: digest,
    MASQUE_INTENT: intent.replaceAll("\0", ""),
    MASQUE_KNOWLEDGE: knowledge.map(({ uri }) => uri).join(" "),
    ...(access && { MASQUE_ROLE: access.role }),
    ...(session && { MASQUE_SESSION: session.token, MASQUE_EXPIRES_AT: session.expiresAt }),
    ...access?.credentials,
  };
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

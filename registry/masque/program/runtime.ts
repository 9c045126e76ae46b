import { type IntentAnswer, intentCheck } from "../intent/check";
import type { PreparedIntent } from "../intent/prepare";

/** What to obtain for a session, stated: only the registry mints or fetches. No key outlives the session. */
export interface AccessRequest {
  /** `mint`: the registry signs the token itself. `fetch`: it is exchanged at the vault. */
  action: "mint" | "fetch";
  provider: "oidc" | "vault";
  role: string;
  audience: string;
  scope: string | null;
  /** Seconds, as everywhere here. */
  ttl: number;
  elevations: Record<string, { role: string; ttl: number; approval: "none" | "required" }>;
}

/** What a compiled program carries of its definition. A `ttl` of null is the session's own. */
export interface Declared {
  intent: PreparedIntent;
  context: string | null;
  knowledge: string[];
  access: (Omit<AccessRequest, "ttl"> & { ttl: number | null }) | null;
  lens: string;
}

// Written above this code in the compiled module.
declare const DECLARED: Declared;
const declared = DECLARED;
const check = intentCheck(declared.intent);

export function validateIntent(stated: string): IntentAnswer {
  return check(`${stated ?? ""}`);
}

export function context(): string | null {
  return declared.context;
}

export function knowledge(): string[] {
  return [...declared.knowledge];
}

/** What this masque needs for a session that has `duration` seconds left; null when it gives no keys. */
export function access({ duration }: { duration: number }): AccessRequest | null {
  if (!(duration > 0)) throw new TypeError("access() needs the session's duration in seconds.");
  const keys = declared.access;
  const within = <T extends { ttl: number | null }>(some: T) => ({
    ...some,
    ttl: Math.min(some.ttl ?? duration, duration),
  });
  return (
    keys && {
      ...within(keys),
      elevations: Object.fromEntries(
        Object.entries(keys.elevations).map(([name, elevation]) => [name, within(elevation)]),
      ),
    }
  );
}

export function lens(): string {
  return declared.lens;
}

import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "#registry/errors";

/** OWASP's second recommendation for argon2id: 19 MiB, two passes. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 10;
const LONGEST = 200;

export const passwordInput = { type: "string", minLength: SHORTEST, maxLength: LONGEST } as const;

/** Hashes a new password. Call it outside any transaction: it takes tens of milliseconds by design. */
export function hashPassword(password: string): Promise<string> {
  if (new Set(password).size < 4) {
    throw new Refusal("unprocessable", "This password repeats too few characters. Use a longer phrase.");
  }
  return hash(password, COST);
}

let decoy: Promise<string> | undefined;

/** Whether the password fits. Takes as long for a member who does not exist, so that asking tells nothing. */
export async function fitsPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hash("nobody has this one", COST);
  const fits = await verify(kept ?? (await decoy), password);
  return fits && kept !== null && kept !== undefined;
}

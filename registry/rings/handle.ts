import { Refusal } from "#registry/errors";
import type { People } from "./people";

const HANDLE = /^[a-z][a-z0-9-]{1,31}$/;
const RESERVED = new Set([
  "admin",
  "elder",
  "elders",
  "masque",
  "outsider",
  "registry",
  "repository",
  "root",
  "system",
]);

/**
 * A handle for a new member: 2–32 of a–z, 0–9 and hyphens, so that there are no two cases and few look-alikes. Taken,
 * hidden, reserved and confusable ones are all answered the same.
 */
export function requireFreeHandle(people: Pick<People, "findAlike">, handle: string): string {
  if (!HANDLE.test(handle)) {
    throw new Refusal(
      "invalid",
      "A handle has 2 to 32 of a–z, 0–9 and hyphens, and begins with a letter. Capitals are none of them.",
    );
  }
  if (RESERVED.has(handle) || people.findAlike(handle)) throw handleTaken();
  return handle;
}

/** The one answer for every handle that cannot be had. */
export function handleTaken(): Refusal {
  return new Refusal("conflict.name", "This handle is taken, or too much like one that is. Choose another.");
}

/** What a handle looks like at a glance: two with the same skeleton would be mistaken for each other. */
export function skeletonOf(handle: string): string {
  return handle.replaceAll("0", "o").replaceAll("1", "l").replaceAll("rn", "m").replaceAll("vv", "w");
}

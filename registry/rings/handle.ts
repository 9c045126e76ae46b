import { Refusal } from "#registry/errors";

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

/** A member's handle: 2–32 of a–z, 0–9 and hyphens. The small alphabet leaves no look-alikes and no two cases. */
export function parseHandle(text: string): string {
  if (!HANDLE.test(text))
    throw new Refusal("invalid", "A handle has 2 to 32 of a–z, 0–9 and hyphens, and begins with a letter.");
  // A word of the registry's own answers as any name that somebody has.
  if (RESERVED.has(text)) throw new Refusal("conflict.name", "This handle is taken. Choose another.");
  return text;
}

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
  if (HANDLE.test(text) && !RESERVED.has(text)) return text;
  throw new Refusal(
    "invalid",
    "A handle has 2 to 32 of a–z, 0–9 and hyphens, begins with a letter, and is not a word of the registry's own.",
  );
}

import type { Ring } from "#registry/masque/ring";

/** What each ring is, in a sentence. */
export const RING_MEANINGS: Record<Ring, string> = {
  admin: "Elders: full trust, and the duty to decide with others.",
  player: "Trusted with skin in the game: publishes, wears, reviews.",
  guest: "Here for a time, with a sponsor: short sessions, limited masques.",
  outsider: "Sees what is public and nothing else.",
};

/** The four trust rings, outermost first. The order is the whole meaning: DESIGN's rules compare ranks. */
export const RINGS = ["outsider", "guest", "player", "admin"] as const;

export type Ring = (typeof RINGS)[number];

/** Distance from the outside: outsider 0, admin 3. */
export function rank(ring: Ring): number {
  return RINGS.indexOf(ring);
}

/** The higher (more trusted) of two rings. */
export function higher(a: Ring, b: Ring): Ring {
  return rank(a) >= rank(b) ? a : b;
}

/** The lower (less trusted) of two rings. */
export function lower(a: Ring, b: Ring): Ring {
  return rank(a) <= rank(b) ? a : b;
}

import { type Ring, rank } from "#registry/masque/ring";

/** Rings see themselves and what lies below; what lies above does not exist for them. */
export function sees(viewer: Ring, subject: Ring): boolean {
  return rank(viewer) >= rank(subject);
}

import type { Member } from "#registry/actor";
import { type Ring, rank } from "#registry/masque/ring";

/** Rings see themselves and what lies below; what lies above does not exist for them. */
export function sees(viewer: Ring, subject: Ring): boolean {
  return rank(viewer) >= rank(subject);
}

/** What a member is called before this viewer: by handle, or only as an elder where they stand above. */
export function shownAs(viewer: Ring, member: Pick<Member, "handle" | "ring">): string {
  return sees(viewer, member.ring) ? member.handle : "an elder";
}

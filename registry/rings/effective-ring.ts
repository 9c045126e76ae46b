import type { Actor } from "#registry/actor";
import type { Ring } from "#registry/masque/ring";

/** The ring an actor acts in at this moment. The repository and the registry itself stand at the centre. */
export function effectiveRing(actor: Actor): Ring {
  if (actor.kind === "member") return actor.member.ring;
  return actor.kind === "outsider" ? "outsider" : "admin";
}

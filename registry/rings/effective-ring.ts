import type { Actor } from "#registry/actor";
import type { Ring } from "#registry/masque/ring";
import type { Runtime } from "#registry/runtime";
import { standing } from "./standing";

type Known = Pick<Runtime, "society" | "policy" | "clock">;

/** The ring an actor acts in at this moment. The repository and the registry itself stand at the centre. */
export function effectiveRing(runtime: Known, actor: Actor): Ring {
  if (actor.kind === "member") return ringNow(runtime, actor.member.id);
  return actor.kind === "outsider" ? "outsider" : "admin";
}

/** What a member's ring is worth now. */
export function ringNow({ society, policy, clock }: Known, memberId: string): Ring {
  const facts = society.find(memberId);
  return facts ? standing(facts, policy.current, clock.now()).effectiveRing : "outsider";
}

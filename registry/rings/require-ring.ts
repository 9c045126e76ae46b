import type { Actor } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { type Ring, rank } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import { requireMember } from "./require-member";
import { standing } from "./standing";

/** The member who is asking, when it acts in this ring or above now; says which of grant and standing is missing. */
export function requireRing(context: Context, least: Ring): Extract<Actor, { kind: "member" }> {
  const actor = requireMember(context);
  if (rank(context.ring) >= rank(least)) return actor;
  const { society, policy } = context.runtime;
  const facts = society.find(actor.member.id);
  if (facts && rank(facts.ring) >= rank(least)) {
    const { state, reasons } = standing(facts, policy.current, context.now);
    throw new Refusal("forbidden.standing", `Your standing is ${state}. ${reasons.join(" ")}`);
  }
  throw new Refusal("forbidden", `This takes the ring ${least} or above; you act as ${context.ring}.`);
}

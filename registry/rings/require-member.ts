import type { Actor } from "#registry/actor";
import { Refusal } from "#registry/errors";
import type { Context } from "#registry/operation";

/** The member who is asking; refuses whoever is not signed in. */
export function requireMember({ actor }: Pick<Context, "actor">): Extract<Actor, { kind: "member" }> {
  if (actor.kind === "member") return actor;
  throw new Refusal("unauthenticated", "Sign in first, or send a token: Authorization: Bearer mqt_….");
}

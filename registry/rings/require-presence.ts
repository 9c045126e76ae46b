import type { Actor } from "#registry/actor";
import { Refusal } from "#registry/errors";
import type { Runtime } from "#registry/runtime";

/**
 * Deciding needs a person who is there: a browser's session confirmed just now, or a `decide` token that such a
 * session made. An agent is never one. Every operation of scope `decide` asks this.
 */
export function requirePresence(
  { policy, clock }: Pick<Runtime, "policy" | "clock">,
  actor: Extract<Actor, { kind: "member" }>,
): void {
  if (actor.member.kind === "agent") {
    throw new Refusal("forbidden.presence", "Agents decide nothing. Its operator, or another person, may.");
  }
  const { minutes } = policy.current.presence;
  if (actor.credential.kind === "browser") {
    const age = clock.now().getTime() - (actor.confirmedAt?.getTime() ?? 0);
    if (age <= minutes * 60_000) return;
    throw new Refusal(
      "forbidden.presence",
      `Confirm your password first: deciding needs a person who was there in the last ${minutes} minutes.`,
    );
  }
  if (actor.scopes.has("decide")) return;
  throw new Refusal(
    "forbidden.presence",
    "This token may not decide. Decide in the browser, or make a token with the scope decide there.",
  );
}

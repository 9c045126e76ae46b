import { RINGS, type Ring, rank } from "#registry/masque/ring";
import type { Runtime } from "#registry/runtime";
import { ringNow } from "../effective-ring";
import type { Facts } from "../facts";
import { candidateOf, nextRing } from "../merit/candidate";
import { type Criterion, criteriaOf, type Step } from "../merit/criteria";
import { belowSince, nextMoment } from "../merit/moments";
import { standing } from "../standing";

const DAY = 86_400_000;

/** What the rules say is to be done about a member now, and when to look again otherwise. */
export type Assessment =
  | { readonly action: "nominate"; readonly to: Step; readonly criteria: Criterion[] }
  | { readonly action: "demote"; readonly to: Ring; readonly cause: "decay" | "idle" }
  | { readonly action: "wait"; readonly until: Date | undefined };

/** Looks at a member's facts and evidence. Changes nothing. */
export function assess(runtime: Runtime, facts: Facts, now: Date): Assessment {
  const policy = runtime.policy.current;
  const candidate = candidateOf(runtime, facts);
  const cause = demotionCause(runtime, facts, now);
  if (cause) return { action: "demote", to: RINGS[rank(facts.ring) - 1] as Ring, cause };
  const to = nextRing(facts.ring);
  if (to && mayBeNominated(runtime, facts, to, now)) {
    const criteria = criteriaOf(to, candidate, policy, now);
    if (criteria.every(({ met }) => met)) return { action: "nominate", to, criteria };
  }
  const moments = [nextMoment(candidate, policy, now), runtime.docket.retryAt.get(facts.id)].filter(
    (moment) => moment !== undefined && moment > now,
  ) as Date[];
  moments.sort((a, b) => a.getTime() - b.getTime());
  return { action: "wait", until: moments[0] };
}

/** By rule a ring is lost to long silence, and a player's to evidence that is gone. The last elder's is not. */
function demotionCause(runtime: Runtime, facts: Facts, now: Date): "decay" | "idle" | undefined {
  if (facts.ring === "outsider") return undefined;
  const { demotion } = runtime.policy.current;
  const silent = now.getTime() - facts.seenAt.getTime() >= demotion.idleDays * DAY;
  if (silent && !keepsCentre(runtime, facts, now)) return "idle";
  if (facts.ring !== "player") return undefined;
  const since = belowSince(candidateOf(runtime, facts), runtime.policy.current, now);
  return since && now.getTime() - since.getTime() >= demotion.decayDays * DAY ? "decay" : undefined;
}

function keepsCentre({ society, policy }: Runtime, facts: Facts, now: Date): boolean {
  if (!society.centre.has(facts)) return false;
  return standing(facts, policy.current, now).state === "qualified" || society.centre.size === 1;
}

function mayBeNominated(runtime: Runtime, facts: Facts, to: Step, now: Date): boolean {
  const { docket, policy } = runtime;
  const retryAt = docket.retryAt.get(facts.id);
  return (
    !docket.open.has(facts.id) &&
    !(retryAt && retryAt > now) &&
    standing(facts, policy.current, now).state === "qualified" &&
    isWithinOperator(runtime, facts, to)
  );
}

/** An agent never stands above its operator. */
export function isWithinOperator(runtime: Runtime, { operator }: Facts, to: Ring): boolean {
  return !operator || rank(ringNow(runtime, operator.id)) >= rank(to);
}

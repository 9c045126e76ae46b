import type { Policy } from "../policy";
import { type Candidate, isBelow } from "./criteria";

const DAY = 86_400_000;

/**
 * Since when a player has been below what decay allows without a pause, looking back no further than it takes to
 * decide; undefined while it is not below.
 */
export function belowSince(candidate: Candidate, policy: Policy, now: Date): Date | undefined {
  if (!isBelow(candidate, policy, now)) return undefined;
  const { ringSince } = candidate.facts;
  const horizon = Math.max(ringSince.getTime(), now.getTime() - policy.demotion.decayDays * DAY);
  for (const moment of changes(candidate, policy).reverse()) {
    if (moment > now.getTime()) continue;
    if (moment <= horizon) break;
    // What holds just before a change held since the change before it.
    if (!isBelow(candidate, policy, new Date(moment - 1))) return new Date(moment);
  }
  return new Date(horizon);
}

/** When the answer about a member may next change without anybody doing anything; undefined: never. */
export function nextMoment(candidate: Candidate, policy: Policy, now: Date): Date | undefined {
  const { facts, createdAt } = candidate;
  const moments = [
    createdAt.getTime() + policy.guest.knownHours * 3_600_000,
    facts.seenAt.getTime() + policy.demotion.idleDays * DAY,
    ...changes(candidate, policy),
  ];
  if (facts.ring === "player") {
    const below = belowSince(candidate, policy, now);
    if (below) moments.push(below.getTime() + policy.demotion.decayDays * DAY);
  }
  const next = Math.min(...moments.filter((moment) => moment > now.getTime()));
  return Number.isFinite(next) ? new Date(next) : undefined;
}

/** Every moment at which evidence comes in or leaves a window, in order. */
function changes({ evidence }: Candidate, policy: Policy): number[] {
  const moments = new Set<number>();
  for (const { startedAt } of evidence.sessions.values()) {
    const start = startedAt.getTime();
    moments
      .add(start)
      .add(start + policy.player.windowDays * DAY)
      .add(start + policy.admin.windowDays * DAY);
  }
  for (const given of evidence.ratings.values())
    for (const { at } of given.values()) moments.add(at.getTime());
  for (const { at } of evidence.violations) {
    const happened = at.getTime();
    moments.add(happened + policy.player.violationFreeDays * DAY);
    moments.add(happened + policy.admin.violationFreeDays * DAY);
  }
  return [...moments].sort((a, b) => a - b);
}

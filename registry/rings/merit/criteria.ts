import type { Ring } from "#registry/masque/ring";
import type { Facts } from "../facts";
import type { Policy } from "../policy";
import type { MemberEvidence, ObservedSession } from "./evidence";
import { countedRatings, pointsOf, worthOf } from "./points";

/** One thing that the next ring asks for, and how much of it there is. */
export interface Criterion {
  readonly name: string;
  readonly need: number;
  readonly have: number;
  readonly met: boolean;
}

/** A ring that can be climbed to. */
export type Step = Exclude<Ring, "outsider">;

/** Whose evidence is judged. */
export interface Candidate {
  readonly facts: Facts;
  readonly createdAt: Date;
  readonly evidence: MemberEvidence;
  /** The person and agents who count as one, by any of their ids. */
  readonly partyOf: (memberId: string) => string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When the evidence for a step begins to count: what led into the present ring does not lead out of it again. */
export function windowOf(step: Step, { facts }: Candidate, policy: Policy, now: Date): Date {
  // A window leaves its first moment out, and the moment of entering a ring belongs to it.
  const entered = facts.ringSince.getTime() - 1;
  if (step === "guest") return new Date(entered);
  return new Date(Math.max(entered, now.getTime() - policy[step].windowDays * DAY));
}

/** The sessions that began in a window and have been observed by now. */
export function sessionsIn({ evidence }: Candidate, from: Date, now: Date): ObservedSession[] {
  return [...evidence.sessions.values()].filter(({ startedAt }) => startedAt > from && startedAt <= now);
}

/** What a step asks of a candidate, and what is there. */
export function criteriaOf(
  step: Step,
  candidate: Candidate,
  policy: Policy,
  now: Date,
  from = windowOf(step, candidate, policy, now),
): Criterion[] {
  const { facts, createdAt, evidence, partyOf } = candidate;
  const sessions = sessionsIn(candidate, from, now);
  if (step === "guest") {
    const { knownHours, sessions: wanted } = policy.guest;
    const known = Math.floor(((now.getTime() - createdAt.getTime()) / HOUR) * 100) / 100;
    const clean = sessions.filter((session) => session.public && session.endedCleanly).length;
    return [
      atLeast("hours known", knownHours, known),
      atLeast("clean public sessions", wanted, clean),
      atLeast("sponsor", 1, facts.sponsor ? 1 : 0),
    ];
  }
  const ratings = countedRatings(evidence, sessions, partyOf(facts.id), partyOf);
  const raters = new Set(ratings.filter((rating) => worthOf(rating, policy) > 0).map(({ party }) => party));
  const days = new Set(sessions.map(({ startedAt }) => dayOf(startedAt)));
  const { sessions: wanted, activeDays, points, raters: others, violationFreeDays } = policy[step];
  const peaceful = now.getTime() - violationFreeDays * DAY;
  const violations = evidence.violations.filter(({ at }) => at.getTime() > peaceful && at <= now).length;
  const shared = [
    atLeast("sessions", wanted, sessions.length),
    atLeast("days", activeDays, days.size),
    atLeast("points", points, pointsOf(ratings, policy)),
    atLeast("raters", others, raters.size),
    { name: "violations", need: 0, have: violations, met: violations === 0 },
  ];
  if (step === "admin") {
    const ratedDays = new Set(ratings.map(({ at }) => dayOf(at))).size;
    return [...shared, atLeast("days with ratings", policy.admin.ratedDays, ratedDays)];
  }
  const masques = new Set(sessions.map(({ masque }) => masque)).size;
  const clean = sessions.filter(({ endedCleanly }) => endedCleanly).length;
  const share = sessions.length === 0 ? 0 : clean / sessions.length;
  return [
    ...shared,
    atLeast("masques", policy.player.masques, masques),
    atLeast("share of clean ends", policy.player.cleanShare, share),
  ];
}

/** Whether a player has fallen below what decay allows, at a moment: a part of each threshold. */
export function isBelow(candidate: Candidate, policy: Policy, at: Date): boolean {
  const from = new Date(at.getTime() - policy.player.windowDays * DAY);
  const criteria = criteriaOf("player", candidate, policy, at, from);
  return criteria.some(
    ({ name, need, have }) => name !== "violations" && have < need * policy.demotion.decayShare,
  );
}

function atLeast(name: string, need: number, have: number): Criterion {
  return { name, need, have, met: have >= need };
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

import { Refusal } from "#registry/errors";
import type { Context } from "#registry/operation";
import { type Facts, partyOf } from "../facts";
import { requireMember } from "../require-member";

/** Refuses who would decide on themselves, their own agents or their operator. */
export function requireOther(context: Context, subject: Facts): void {
  const decider = context.runtime.society.find(requireMember(context).member.id);
  if (decider && partyOf(decider) !== partyOf(subject)) return;
  throw new Refusal("forbidden", "Nobody decides on themselves, their own agents or their operator.");
}

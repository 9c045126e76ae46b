import type { Member } from "#registry/actor";
import { notFound } from "#registry/errors";
import type { Context } from "#registry/operation";
import { requireMember } from "./require-member";

/** The caller, or the agent of that handle when the caller is its operator. */
export function ownOrAgent(context: Context, handle: string | undefined): Member {
  const { member } = requireMember(context);
  if (handle === undefined) return member;
  const agent = context.runtime.people.findByHandle(handle);
  if (agent?.operatorId !== member.id) throw notFound();
  return agent;
}

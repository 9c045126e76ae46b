import { Refusal } from "#registry/errors";
import { RINGS, type Ring, rank } from "#registry/masque/ring";
import { type Context, operation } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { isDuplicate } from "#registry/store/open";
import type { Facts } from "../facts";
import { partOf } from "../policy";
import { requireRing } from "../require-ring";
import { changeRing } from "../ring-change";
import { memberShape } from "../shapes";
import { requireSeen, viewMember } from "../view-member";
import { reasonInput } from "./disapprove";
import { countElectors, mayDecide, type Quorum, quorumOf } from "./electorate";
import { requireOther } from "./require-other";

/** Elders confirm a disapproval that stands; when enough have, the member goes down by one ring. */
export const confirmDisapproval = operation({
  name: "member.confirm-disapproval",
  effect: "write",
  scope: "decide",
  summary: "Confirms a standing disapproval. With enough confirmations the member loses one ring.",
  input: reasonInput,
  output: {
    type: "object",
    required: ["member", "have", "need", "degraded", "demoted"],
    properties: {
      member: memberShape,
      have: { type: "integer" },
      need: { type: "integer" },
      degraded: { type: "boolean" },
      demoted: { type: "boolean" },
    },
  },
  authorize(context, { handle }) {
    requireRing(context, "admin");
    const { facts } = requireSeen(context, handle);
    requireOther(context, facts);
    if (facts.ring === "outsider") throw new Refusal("unprocessable", "An outsider has no ring to lose.");
    if (facts.disapprovals.size === 0)
      throw new Refusal("unprocessable", "Nobody disapproves of this member now.");
  },
  run(context, { handle, reason }) {
    const { member } = requireSeen(context, handle);
    return context.runtime.inTurn(`confirm ${member.id}`, () => confirm(context, handle, reason));
  },
});

async function confirm(context: Context, handle: string, reason: string) {
  const { runtime, now } = context;
  const { member, facts } = requireSeen(context, handle);
  if (facts.disapprovals.size === 0)
    throw new Refusal("conflict", "The disapproval was answered a moment ago.");
  const authorId = requireRing(context, "admin").member.id;
  const before = await listConfirmers(runtime, facts);
  if (before.includes(authorId)) throw new Refusal("conflict", "You have confirmed it already.");
  const { needed, degraded } = demotionQuorum(runtime, facts);
  const have = before.length + 1;
  const demoted = have >= needed;
  const lower = RINGS[rank(member.ring) - 1] as Ring;
  const move = { cause: "disapproval" as const, at: now, degraded };
  const change = demoted ? changeRing(runtime, member, lower, move) : undefined;
  try {
    await context.commit({ member: member.id, ring: member.ring }, async (tx) => {
      await tx.confirmation.create({ data: { memberId: member.id, authorId, reason, at: now } });
      await change?.write(tx);
    });
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal("conflict", "You have confirmed it already.");
    throw error;
  }
  change?.remember();
  const present = runtime.people.find(member.id) ?? member;
  return { member: viewMember(context, present), have, need: needed, degraded, demoted };
}

/** Who confirmed, of those who could decide now. */
export async function listConfirmers(runtime: Runtime, facts: Facts): Promise<string[]> {
  const rows = await runtime.store.reader.confirmation.findMany({ where: { memberId: facts.id } });
  return rows
    .map(({ authorId }) => authorId)
    .filter((id) => {
      const author = runtime.society.find(id);
      return author !== undefined && mayDecide(runtime, author, facts, "admin");
    });
}

/** How many elders have to confirm: for an elder, a part of the others; else a number, or as many as there are. */
export function demotionQuorum(runtime: Runtime, facts: Facts): Quorum {
  const { guestConfirmations, playerConfirmations, ofOtherElders } = runtime.policy.current.demotion;
  const electors = countElectors(runtime, facts, "admin");
  if (facts.ring === "admin") return quorumOf(partOf(ofOtherElders, electors), electors);
  return quorumOf(facts.ring === "guest" ? guestConfirmations : playerConfirmations, electors);
}

import { rank } from "#registry/masque/ring";
import { type Context, operation } from "#registry/operation";
import type { Facts } from "../facts";
import { requireRing } from "../require-ring";
import { emptyInput, memberShape } from "../shapes";
import { seesMember, viewMember } from "../view-member";
import { sees, shownAs } from "../visibility";
import { demotionQuorum, listConfirmers } from "./confirm-disapproval";

const text = { type: "string" } as const;
const integer = { type: "integer" } as const;

/** What waits for the caller's judgement, beside nominations: disapprovals that stand, and silences. */
export const showCouncil = operation({
  name: "council.show",
  effect: "read",
  scope: "read",
  summary: "Shows the disapprovals that stand and the members to reconfirm, below you or among elders.",
  input: emptyInput,
  output: {
    type: "object",
    required: ["disapprovals", "reconfirmations"],
    properties: {
      disapprovals: {
        type: "array",
        items: {
          type: "object",
          required: ["member", "by", "reason", "at", "own", "confirmations"],
          properties: {
            member: memberShape,
            by: text,
            reason: text,
            at: { type: "string", format: "date-time" },
            own: { type: "boolean" },
            confirmations: {
              type: "object",
              required: ["have", "need", "degraded"],
              properties: { have: integer, need: integer, degraded: { type: "boolean" } },
            },
          },
        },
      },
      reconfirmations: { type: "array", items: memberShape },
      /** What is wrong with policy.yaml, for elders. */
      policyProblem: {
        type: "object",
        properties: {
          message: text,
          issues: {
            type: "array",
            items: {
              type: "object",
              properties: { path: text, line: integer, column: integer, message: text },
            },
          },
        },
      },
    },
  },
  authorize: (context) => void requireRing(context, "guest"),
  async run(context) {
    const { society, policy } = context.runtime;
    const judged = [...society.all()].filter((facts) => judges(context, facts));
    const disapproved = judged.filter(({ disapprovals }) => disapprovals.size > 0);
    const idleMs = policy.current.standing.idleDays * 86_400_000;
    const silent = judged.filter(
      ({ ring, activeAt }) => ring !== "outsider" && context.now.getTime() - activeAt.getTime() >= idleMs,
    );
    return {
      disapprovals: (await Promise.all(disapproved.map((facts) => viewDisapprovals(context, facts)))).flat(),
      reconfirmations: silent.flatMap((facts) => viewOf(context, facts) ?? []),
      policyProblem: context.ring === "admin" ? policy.problem : undefined,
    };
  },
});

/** Whether the caller has a say about a member: from above, or among elders. Nobody about themselves. */
function judges(context: Context, facts: Facts): boolean {
  if (context.actor.kind === "member" && context.actor.member.id === facts.id) return false;
  return rank(context.ring) > rank(facts.ring) || context.ring === "admin";
}

async function viewDisapprovals(context: Context, facts: Facts) {
  const { runtime, ring, actor } = context;
  const member = viewOf(context, facts);
  if (!member) return [];
  const { needed: need, degraded } = demotionQuorum(runtime, facts);
  const confirmations = { have: (await listConfirmers(runtime, facts)).length, need, degraded };
  return [...facts.disapprovals.values()]
    .filter(({ authorRing }) => sees(ring, authorRing))
    .map(({ authorId, reason, at }) => {
      const author = runtime.people.find(authorId);
      const own = actor.kind === "member" && actor.member.id === authorId;
      const by = author ? shownAs(ring, author) : "an elder";
      return { member, by, reason, at: at.toISOString(), own, confirmations };
    });
}

function viewOf(context: Context, { id }: Facts) {
  const member = context.runtime.people.find(id);
  return member && seesMember(context, member) ? viewMember(context, member) : undefined;
}

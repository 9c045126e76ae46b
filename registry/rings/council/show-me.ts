import { RINGS } from "#registry/masque/ring";
import { operation } from "#registry/operation";
import { candidateOf, nextRing } from "../merit/candidate";
import { criteriaOf } from "../merit/criteria";
import { requireMember } from "../require-member";
import { emptyInput, memberShape, standingShape } from "../shapes";
import { viewMember } from "../view-member";
import { criterionShape } from "./promotion";

export const showMe = operation({
  name: "me.show",
  effect: "read",
  scope: "read",
  summary: "Shows who you are, what your ring is worth now, and how far the next one is.",
  input: emptyInput,
  output: {
    type: "object",
    required: ["member", "standing", "merit"],
    properties: {
      member: memberShape,
      standing: standingShape,
      merit: {
        type: "object",
        required: ["next", "criteria"],
        properties: {
          next: { enum: [...RINGS.slice(1), null] },
          criteria: { type: "array", items: criterionShape },
        },
      },
    },
  },
  run(context) {
    const { people, society, policy } = context.runtime;
    const { member } = requireMember(context);
    const shown = viewMember(context, people.find(member.id) ?? member);
    const facts = society.find(member.id);
    const next = facts && nextRing(facts.ring);
    const candidate = facts && candidateOf(context.runtime, facts);
    const criteria = candidate && next ? criteriaOf(next, candidate, policy.current, context.now) : [];
    return { member: shown, standing: shown.standing, merit: { next: next ?? null, criteria } };
  },
});

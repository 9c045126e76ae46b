import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { emptyInput, memberShape, standingShape } from "./shapes";
import { viewMember } from "./view-member";

export const showMe = operation({
  name: "me.show",
  effect: "read",
  scope: "read",
  summary: "Shows who you are and what your ring is worth now.",
  input: emptyInput,
  output: {
    type: "object",
    required: ["member", "standing"],
    properties: { member: memberShape, standing: standingShape },
  },
  run(context) {
    const { member } = requireMember(context);
    const shown = viewMember(context, context.runtime.people.find(member.id) ?? member);
    return { member: shown, standing: shown.standing };
  },
});

import { RINGS } from "#registry/masque/ring";
import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { emptyInput, memberShape, toMember } from "./shapes";

const ringShape = { type: "string", enum: RINGS } as const;

export const showMe = operation({
  name: "me.show",
  effect: "read",
  scope: "read",
  summary: "Shows who you are and what your ring is worth now.",
  input: emptyInput,
  output: {
    type: "object",
    required: ["member", "standing"],
    properties: {
      member: memberShape,
      standing: {
        type: "object",
        required: ["ring", "effectiveRing", "state", "reasons"],
        properties: {
          ring: ringShape,
          effectiveRing: ringShape,
          state: { type: "string", enum: ["qualified", "held", "lapsed", "locked"] },
          reasons: { type: "array", items: { type: "string" } },
        },
      },
    },
  },
  run(context) {
    const { member } = requireMember(context);
    const standing = {
      ring: member.ring,
      effectiveRing: context.ring,
      state: "qualified" as const,
      reasons: [] as string[],
    };
    return { member: toMember(member), standing };
  },
});

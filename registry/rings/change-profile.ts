import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { memberShape } from "./shapes";
import { viewMember } from "./view-member";

export const changeProfile = operation({
  name: "me.change-profile",
  effect: "write",
  scope: "publish",
  summary: "Changes your name, and whether the ring below yours may see your profile.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      name: { type: "string", minLength: 1, maxLength: 100 },
      shownBelow: { type: "boolean" },
    },
  },
  output: memberShape,
  async run(context, change) {
    const { people, society } = context.runtime;
    const { id } = requireMember(context).member;
    const member = people.find(id) ?? requireMember(context).member;
    await context.commit({ member: id, ring: member.ring }, (tx) =>
      tx.member.update({ where: { id }, data: change }),
    );
    const changed = { ...member, name: change.name ?? member.name };
    people.putMember(changed);
    if (change.shownBelow !== undefined) society.change(id, { shownBelow: change.shownBelow });
    return viewMember(context, changed);
  },
});

import { notFound, Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { changeRing } from "../ring-change";
import { doneShape } from "../shapes";
import { assess } from "./assess";
import { memberIdInput, requireRegistry } from "./require-registry";

export const demoteMember = operation({
  name: "member.demote",
  effect: "write",
  scope: "decide",
  summary: "Takes one ring from a member whose evidence decayed or who has long been silent.",
  input: memberIdInput,
  output: doneShape,
  authorize: requireRegistry,
  async run({ commit, runtime, now }, { id }) {
    const facts = runtime.society.find(id);
    const member = runtime.people.find(id);
    if (!facts || !member) throw notFound();
    const found = assess(runtime, facts, now);
    if (found.action !== "demote")
      throw new Refusal("conflict", "Nothing takes a ring from this member now.");
    const change = changeRing(runtime, member, found.to, { cause: found.cause, at: now });
    await commit({ member: id, ring: member.ring }, change.write);
    change.remember();
    return {};
  },
});

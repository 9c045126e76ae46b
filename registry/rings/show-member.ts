import { operation } from "#registry/operation";
import { handleInput, memberShape } from "./shapes";
import { requireSeen, viewMember } from "./view-member";

export const showMember = operation({
  name: "member.show",
  effect: "read",
  scope: "read",
  summary: "Shows a member whom your ring may see.",
  input: handleInput,
  output: memberShape,
  run: (context, { handle }) => viewMember(context, requireSeen(context, handle).member),
});

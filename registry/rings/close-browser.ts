import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { doneShape, emptyInput } from "./shapes";

export const closeBrowser = operation({
  name: "browser.close",
  effect: "write",
  scope: "read",
  summary: "Signs this browser out.",
  input: emptyInput,
  output: doneShape,
  async run(context) {
    const { member, credential } = requireMember(context);
    if (credential.kind !== "browser") return {};
    await context.commit({ member: member.id, ring: member.ring }, (tx) =>
      tx.browserSession.update({ where: { id: credential.id }, data: { revokedAt: context.now } }),
    );
    context.runtime.people.forget(credential.id);
    return {};
  },
});

import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { fitsPassword } from "./password";
import { requireMember } from "./require-member";
import { doneShape } from "./shapes";

export const confirmBrowser = operation({
  name: "browser.confirm",
  effect: "write",
  scope: "read",
  summary: "Proves that a person sits at this browser now, as deciding demands.",
  input: {
    type: "object",
    required: ["password"],
    additionalProperties: false,
    properties: { password: { type: "string", maxLength: 200 } },
  },
  output: doneShape,
  async run(context, { password }) {
    const { member, credential } = requireMember(context);
    if (credential.kind !== "browser")
      throw new Refusal("forbidden", "Only a browser's session can be confirmed.");
    const { people, store, attempts } = context.runtime;
    await attempts.require(member.handle);
    const { passwordHash } = await store.reader.member.findUniqueOrThrow({ where: { id: member.id } });
    if (!(await fitsPassword(passwordHash, password))) {
      await attempts.failed(member.handle);
      throw new Refusal("unauthenticated", "This is not your password.");
    }
    const row = await context.commit({ member: member.id, ring: member.ring }, (tx) =>
      tx.browserSession.update({ where: { id: credential.id }, data: { confirmedAt: context.now } }),
    );
    people.putBrowser(row);
    return {};
  },
});

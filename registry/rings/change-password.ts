import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { fitsPassword, hashPassword, passwordInput } from "./password";
import { requireMember } from "./require-member";
import { doneShape } from "./shapes";

export const changePassword = operation({
  name: "me.change-password",
  effect: "write",
  scope: "read",
  summary: "Changes your password and signs out every other browser, at once. Tokens stay.",
  input: {
    type: "object",
    required: ["current", "password"],
    additionalProperties: false,
    properties: { current: { type: "string", maxLength: 200 }, password: passwordInput },
  },
  output: doneShape,
  async run(context, { current, password }) {
    const { member, credential } = requireMember(context);
    const { people, store, attempts } = context.runtime;
    await attempts.require(member.handle);
    const kept = await store.reader.member.findUniqueOrThrow({ where: { id: member.id } });
    if (!(await fitsPassword(kept.passwordHash, current))) {
      await attempts.failed(member.handle);
      throw new Refusal("unauthenticated", "This is not your password.");
    }
    const passwordHash = await hashPassword(password);
    await context.commit({ member: member.id, ring: member.ring }, async (tx) => {
      await tx.member.update({ where: { id: member.id }, data: { passwordHash } });
      await tx.browserSession.updateMany({
        where: { memberId: member.id, revokedAt: null, id: { not: credential.id } },
        data: { revokedAt: context.now },
      });
    });
    people.forgetAll(member.id, ["browser"], credential.id);
    return {};
  },
});

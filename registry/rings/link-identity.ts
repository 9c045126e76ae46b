import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { isDuplicate } from "#registry/store/open";
import { identityInput } from "./open-browser-by-identity";
import { requireMember } from "./require-member";
import { doneShape } from "./shapes";

export const linkIdentity = operation({
  name: "identity.link",
  effect: "write",
  scope: "decide",
  summary: "Links an account of GitHub or an OpenID provider, to sign in with from then on.",
  input: identityInput,
  output: doneShape,
  authorize(context) {
    if (requireMember(context).credential.kind === "browser") return;
    throw new Refusal("forbidden", "Accounts are linked in the browser, under You.");
  },
  async run(context, { provider, subject }) {
    const { member } = requireMember(context);
    const data = { provider, subject, memberId: member.id, linkedAt: context.now };
    try {
      await context.commit({ member: member.id, ring: member.ring }, (tx) => tx.identity.create({ data }));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new Refusal("conflict", "This account is linked already.");
    }
    return {};
  },
});

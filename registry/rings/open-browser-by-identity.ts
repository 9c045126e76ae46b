import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { openedShape, openFor } from "./browser";

export const identityInput = {
  type: "object",
  required: ["provider", "subject"],
  additionalProperties: false,
  properties: {
    provider: { type: "string", enum: ["github", "oidc"] },
    subject: { type: "string", minLength: 1, maxLength: 255 },
  },
} as const;

export const openBrowserByIdentity = operation({
  name: "browser.open-by-identity",
  effect: "write",
  scope: "read",
  entrance: true,
  summary: "Signs a person in whom GitHub or an OpenID provider vouches for, through a linked account.",
  input: identityInput,
  output: openedShape,
  authorize({ actor }) {
    if (actor.kind === "registry") return;
    throw new Refusal("forbidden", "Only the sign-in page speaks for an identity provider.");
  },
  async run(context, { provider, subject }) {
    const { people, store } = context.runtime;
    const linked = await store.reader.identity.findUnique({
      where: { provider_subject: { provider, subject } },
    });
    const member = linked && people.find(linked.memberId);
    if (!member) {
      throw new Refusal(
        "unauthenticated",
        "This account is linked to no member. Sign in with your password, then link it under You.",
      );
    }
    // Not confirmed: the provider says who, not that somebody sits there now. Deciding asks for the password.
    return openFor(context, member, new Date(0));
  },
});

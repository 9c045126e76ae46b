import { SCOPES, type Scope } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { newToken } from "./issue-token";
import { requireMember } from "./require-member";
import { tokenShape } from "./shapes";

const DEFAULT_SCOPES: Scope[] = ["read", "wear"];

export const createToken = operation({
  name: "token.create",
  effect: "write",
  scope: "read",
  summary: "Makes a token for a tool or an agent of yours. Its secret is shown once.",
  input: {
    type: "object",
    required: ["label"],
    additionalProperties: false,
    properties: {
      label: { type: "string", minLength: 1, maxLength: 100 },
      scopes: { type: "array", uniqueItems: true, minItems: 1, items: { type: "string", enum: SCOPES } },
      expiresInDays: { type: "integer", minimum: 1, maximum: 3650 },
    },
  },
  output: {
    ...tokenShape,
    required: [...tokenShape.required, "token"],
    properties: { ...tokenShape.properties, token: { type: "string" } },
  },
  authorize(context, { scopes = DEFAULT_SCOPES }) {
    const { scopes: own } = requireMember(context);
    const beyond = scopes.filter((scope) => !own.has(scope));
    if (beyond.length > 0) {
      throw new Refusal(
        "forbidden",
        `A token cannot make one that may do more than itself: ${beyond.join(", ")}.`,
      );
    }
    if (scopes.includes("decide")) {
      throw new Refusal(
        "forbidden.presence",
        "Tokens that decide are made only by a browser where a person is present.",
      );
    }
  },
  async run(context, { label, scopes = DEFAULT_SCOPES, expiresInDays }) {
    const { member } = requireMember(context);
    const { now } = context;
    const expiresAt =
      expiresInDays === undefined ? undefined : new Date(now.getTime() + expiresInDays * 86_400_000);
    const issued = newToken({ memberId: member.id, label, scopes, now, expiresAt });
    await context.commit({ member: member.id, ring: member.ring }, issued.write);
    context.runtime.people.putToken(issued.facts);
    const { id } = issued.facts;
    const times = { createdAt: now.toISOString(), expiresAt: expiresAt?.toISOString() };
    return { id, label, scopes, token: issued.secret, ...times };
  },
});

import { SCOPES, type Scope } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { AGENT_SCOPES } from "./create-agent";
import { newToken } from "./issue-token";
import { ownOrAgent } from "./own-or-agent";
import { requireMember } from "./require-member";
import { requirePresence } from "./require-presence";
import { tokenShape } from "./shapes";

const DEFAULT_SCOPES: Scope[] = ["read", "wear"];

export const createToken = operation({
  name: "token.create",
  effect: "write",
  scope: "read",
  summary: "Makes a token for a tool of yours, or for an agent of yours. Its secret is shown once.",
  input: {
    type: "object",
    required: ["label"],
    additionalProperties: false,
    properties: {
      label: { type: "string", minLength: 1, maxLength: 100 },
      scopes: { type: "array", uniqueItems: true, minItems: 1, items: { type: "string", enum: SCOPES } },
      expiresInDays: { type: "integer", minimum: 1, maximum: 3650 },
      agent: { type: "string", maxLength: 64 },
    },
  },
  output: {
    ...tokenShape,
    required: [...tokenShape.required, "token"],
    properties: { ...tokenShape.properties, token: { type: "string" } },
  },
  authorize(context, { scopes = DEFAULT_SCOPES, agent }) {
    const actor = requireMember(context);
    const holder = ownOrAgent(context, agent);
    const beyond = scopes.filter((scope) => !actor.scopes.has(scope));
    if (holder.kind === "agent" && scopes.some((scope) => !AGENT_SCOPES.includes(scope))) {
      throw new Refusal("forbidden.presence", "An agent's token never decides.");
    }
    if (scopes.includes("decide")) {
      if (actor.credential.kind !== "browser") {
        throw new Refusal(
          "forbidden.presence",
          "Tokens that decide are made only by a browser where a person is present.",
        );
      }
      requirePresence(context.runtime, actor);
    }
    if (beyond.length > 0) {
      throw new Refusal(
        "forbidden",
        `A token cannot make one that may do more than itself: ${beyond.join(", ")}.`,
      );
    }
  },
  async run(context, { label, scopes = DEFAULT_SCOPES, expiresInDays, agent }) {
    const holder = ownOrAgent(context, agent);
    const { now, runtime } = context;
    const asked =
      expiresInDays === undefined ? undefined : new Date(now.getTime() + expiresInDays * 86_400_000);
    const { tokenHours } = runtime.policy.current.presence;
    const decidesUntil = scopes.includes("decide")
      ? new Date(now.getTime() + tokenHours * 3_600_000)
      : undefined;
    // A token that decides lives no longer than it may decide.
    const expiresAt = decidesUntil ?? asked;
    const issued = newToken({ memberId: holder.id, label, scopes, now, expiresAt, decidesUntil });
    await context.commit({ member: holder.id, ring: holder.ring }, issued.write);
    runtime.people.putToken(issued.facts);
    const { id } = issued.facts;
    const times = { createdAt: now.toISOString(), expiresAt: expiresAt?.toISOString() };
    return { id, label, scopes, token: issued.secret, ...times };
  },
});

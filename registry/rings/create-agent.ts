import { type Member, SCOPES, type Scope } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { isDuplicate } from "#registry/store/open";
import { handleTaken, requireFreeHandle } from "./handle";
import { newToken } from "./issue-token";
import { requireMember } from "./require-member";
import { newId } from "./secret";
import { memberWithTokenShape } from "./shapes";
import { viewMember } from "./view-member";

/** What an agent may be trusted with at most: never to decide. */
export const AGENT_SCOPES: readonly Scope[] = SCOPES.filter((scope) => scope !== "decide");

/** Admits a program that acts for itself: a member with an operator, who climbs like everybody. */
export const createAgent = operation({
  name: "agent.create",
  effect: "write",
  scope: "publish",
  summary: "Admits an agent of yours, as an outsider, with a token of its own.",
  input: {
    type: "object",
    required: ["handle", "name"],
    additionalProperties: false,
    properties: {
      handle: { type: "string", maxLength: 64 },
      name: { type: "string", minLength: 1, maxLength: 100 },
    },
  },
  output: memberWithTokenShape,
  authorize(context) {
    if (requireMember(context).member.kind === "person") return;
    throw new Refusal("forbidden", "An agent has no agents of its own. Its operator may admit another.");
  },
  async run(context, { handle, name }) {
    const { runtime, now } = context;
    const member: Member = {
      id: newId(),
      handle: requireFreeHandle(runtime.people, handle),
      name,
      ring: "outsider",
      kind: "agent",
      operatorId: requireMember(context).member.id,
      createdAt: now,
    };
    const issued = newToken({ memberId: member.id, label: "agent", scopes: AGENT_SCOPES, now });
    try {
      await context.commit({ member: member.id, ring: "outsider" }, async (tx) => {
        await tx.member.create({ data: member });
        await issued.write(tx);
      });
    } catch (error) {
      if (isDuplicate(error)) throw handleTaken();
      throw error;
    }
    runtime.people.putMember(member);
    runtime.people.putToken(issued.facts);
    return { member: viewMember(context, member), token: issued.secret };
  },
});

import type { Scope } from "#registry/actor";
import { operation } from "#registry/operation";
import { ownOrAgent } from "./own-or-agent";
import { tokenShape } from "./shapes";

export const listTokens = operation({
  name: "token.list",
  effect: "read",
  scope: "read",
  summary: "Lists your live tokens, or an agent's of yours, newest first, without their secrets.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: { agent: { type: "string", maxLength: 64 } },
  },
  output: {
    type: "object",
    required: ["items", "next"],
    properties: { items: { type: "array", items: tokenShape }, next: { type: "null" } },
  },
  async run(context, { agent }) {
    const member = ownOrAgent(context, agent);
    const rows = await context.runtime.store.reader.token.findMany({
      where: {
        memberId: member.id,
        revokedAt: null,
        OR: [{ expiresAt: null }, { expiresAt: { gt: context.now } }],
      },
      orderBy: { createdAt: "desc" },
    });
    const items = rows.map(({ id, label, scopes, createdAt, expiresAt }) => ({
      id,
      label,
      scopes: scopes.split(" ") as Scope[],
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString(),
    }));
    return { items, next: null };
  },
});

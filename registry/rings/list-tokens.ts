import type { Scope } from "#registry/actor";
import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { emptyInput, tokenShape } from "./shapes";

export const listTokens = operation({
  name: "token.list",
  effect: "read",
  scope: "read",
  summary: "Lists your live tokens, newest first, without their secrets.",
  input: emptyInput,
  output: {
    type: "object",
    required: ["items", "next"],
    properties: { items: { type: "array", items: tokenShape }, next: { type: "null" } },
  },
  async run(context) {
    const { member } = requireMember(context);
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

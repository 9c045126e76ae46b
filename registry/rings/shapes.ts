import type { Member } from "#registry/actor";
import { SCOPES } from "#registry/actor";
import { RINGS } from "#registry/masque/ring";
import type { TypeOf } from "#registry/schema-type";

const text = { type: "string" } as const;

/** A member as others may see one. */
export const memberShape = {
  type: "object",
  required: ["id", "handle", "name", "ring", "kind", "since"],
  properties: {
    id: text,
    handle: text,
    name: text,
    ring: { type: "string", enum: RINGS },
    kind: { type: "string", enum: ["person", "agent"] },
    operator: text,
    since: { type: "string", format: "date-time" },
  },
} as const;

export const memberWithTokenShape = {
  type: "object",
  required: ["member", "token"],
  properties: { member: memberShape, token: text },
} as const;

export const tokenShape = {
  type: "object",
  required: ["id", "label", "scopes", "createdAt"],
  properties: {
    id: text,
    label: text,
    scopes: { type: "array", items: { type: "string", enum: SCOPES } },
    createdAt: { type: "string", format: "date-time" },
    expiresAt: { type: "string", format: "date-time" },
  },
} as const;

export const emptyInput = { type: "object", additionalProperties: false, properties: {} } as const;
export const doneShape = { type: "object", properties: {} } as const;

export function toMember(member: Member): TypeOf<typeof memberShape> {
  const { id, handle, name, ring, kind, createdAt } = member;
  return { id, handle, name, ring, kind, since: createdAt.toISOString() };
}

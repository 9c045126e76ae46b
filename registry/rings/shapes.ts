import { SCOPES } from "#registry/actor";
import { RINGS } from "#registry/masque/ring";

const text = { type: "string" } as const;

const ring = { type: "string", enum: RINGS } as const;

export const standingShape = {
  type: "object",
  required: ["ring", "effectiveRing", "state", "reasons"],
  properties: {
    ring,
    effectiveRing: ring,
    state: { type: "string", enum: ["qualified", "held", "lapsed", "locked"] },
    reasons: { type: "array", items: text },
    until: { type: "string", format: "date-time" },
  },
} as const;

/** A member as others may see one. */
export const memberShape = {
  type: "object",
  required: ["id", "handle", "name", "ring", "kind", "standing", "since"],
  properties: {
    id: text,
    handle: text,
    name: text,
    ring,
    kind: { type: "string", enum: ["person", "agent"] },
    operator: text,
    sponsor: text,
    standing: standingShape,
    shownBelow: { type: "boolean" },
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
export const handleInput = {
  type: "object",
  required: ["handle"],
  additionalProperties: false,
  properties: { handle: { type: "string", maxLength: 64 } },
} as const;

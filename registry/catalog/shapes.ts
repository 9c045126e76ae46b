import { RINGS } from "#registry/masque/ring";

/** JSON Schemas of what the catalogue answers, shared by the operations and the API reference. */
const text = { type: "string" } as const;
const when = { type: "string", format: "date-time" } as const;
const textOrNull = { type: ["string", "null"] } as const;
export const ringShape = { type: "string", enum: RINGS } as const;
export const stateShape = { type: "string", enum: ["published", "deprecated", "yanked", "revoked"] } as const;

export const gitShape = {
  type: "object",
  required: ["tag", "tagOid", "commit", "blob"],
  properties: { tag: text, tagOid: text, commit: text, blob: text },
} as const;

export const skillShape = {
  type: "object",
  required: ["uri", "level"],
  properties: { uri: text, level: text },
} as const;

export const itemShape = {
  type: "object",
  required: ["name", "title", "tagline", "index", "ring", "latest", "versionCount", "skills"],
  properties: {
    name: text,
    title: text,
    tagline: textOrNull,
    index: { type: "integer" },
    ring: ringShape,
    latest: {
      type: "object",
      required: ["version", "digest", "publishedAt", "state"],
      properties: { version: text, digest: text, publishedAt: when, state: stateShape },
    },
    versionCount: { type: "integer" },
    skills: { type: "array", items: skillShape },
    score: { type: "number" },
  },
} as const;

export const versionShape = {
  type: "object",
  required: [
    "version",
    "declaredVersion",
    "digest",
    "state",
    "tampered",
    "degraded",
    "ring",
    "publishedAt",
    "git",
  ],
  properties: {
    version: text,
    declaredVersion: text,
    digest: text,
    state: stateShape,
    tampered: { type: "boolean" },
    degraded: { type: "boolean" },
    ring: ringShape,
    publishedAt: when,
    git: gitShape,
  },
} as const;

export const resolvedShape = {
  type: "object",
  required: [
    "reference",
    "name",
    "version",
    "declaredVersion",
    "pinned",
    "digest",
    "ring",
    "index",
    "title",
    "publishedAt",
    "git",
    "intent",
    "context",
    "knowledge",
    "access",
    "lens",
    "skills",
    "attributes",
  ],
  properties: {
    reference: text,
    name: text,
    version: text,
    declaredVersion: text,
    pinned: { type: "boolean" },
    digest: text,
    ring: ringShape,
    index: { type: "integer" },
    title: text,
    publishedAt: when,
    git: gitShape,
    intent: {
      type: "object",
      required: ["allowed", "denied"],
      properties: { allowed: { type: "array", items: text }, denied: { type: "array", items: text } },
    },
    context: textOrNull,
    knowledge: { type: "array", items: text },
    access: { type: ["object", "null"] },
    lens: text,
    skills: { type: "array", items: skillShape },
    attributes: { type: "object" },
    rubric: { type: "object" },
  },
} as const;

export const issueShape = {
  type: "object",
  required: ["path", "message"],
  properties: { path: text, line: { type: "integer" }, column: { type: "integer" }, message: text },
} as const;

export const diffShape = {
  type: "object",
  required: ["from", "to", "risk", "changes", "words", "text", "invisible"],
  properties: {
    from: textOrNull,
    to: text,
    risk: { type: "string", enum: ["widening", "narrowing", "neutral", "mixed", "none"] },
    changes: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "before", "after", "effect", "explain"],
        properties: {
          path: text,
          before: {},
          after: {},
          effect: { type: "string", enum: ["widening", "narrowing", "neutral", "read"] },
          explain: text,
        },
      },
    },
    words: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "segments"],
        properties: {
          path: text,
          segments: {
            type: "array",
            items: {
              type: "object",
              required: ["kind", "text"],
              properties: { kind: { type: "string", enum: ["same", "removed", "added"] }, text },
            },
          },
        },
      },
    },
    text,
    invisible: {
      type: "array",
      items: {
        type: "object",
        required: ["side", "line", "column", "codepoint"],
        properties: {
          side: { type: "string", enum: ["before", "after"] },
          line: { type: "integer" },
          column: { type: "integer" },
          codepoint: text,
        },
      },
    },
  },
} as const;

/** A list a page at a time: `next` continues it where there is more. */
export function pageOf<const Item extends object>(items: Item) {
  return {
    type: "object",
    required: ["items", "next"],
    properties: { items: { type: "array", items }, next: textOrNull },
  } as const;
}

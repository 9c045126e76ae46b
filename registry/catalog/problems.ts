import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";

export const listProblems = operation({
  name: "repository.problems",
  effect: "read",
  scope: "read",
  summary: "For elders: tags that could not be adopted, and published tags that were moved or deleted.",
  input: { type: "object", additionalProperties: false, properties: {} },
  output: {
    type: "object",
    required: ["quarantined", "tampered"],
    properties: {
      quarantined: {
        type: "array",
        items: {
          type: "object",
          required: ["tag", "reason", "at"],
          properties: { tag: { type: "string" }, reason: { type: "string" }, at: { type: "string" } },
        },
      },
      tampered: {
        type: "array",
        items: {
          type: "object",
          required: ["name", "version", "tag"],
          properties: { name: { type: "string" }, version: { type: "string" }, tag: { type: "string" } },
        },
      },
    },
  },
  authorize({ ring }) {
    if (ring !== "admin") throw new Refusal("forbidden", "Only elders see the repository's problems.");
  },
  async run({ runtime }) {
    const rows = await runtime.store.reader.quarantine.findMany({ orderBy: { at: "desc" }, take: 100 });
    const moved = await runtime.store.reader.version.findMany({
      where: { tampered: true },
      select: { masqueName: true, version: true, tag: true },
      take: 100,
    });
    return {
      quarantined: rows.map(({ tag, reason, at }) => ({ tag, reason, at: at.toISOString() })),
      tampered: moved.map(({ masqueName, version, tag }) => ({ name: masqueName, version, tag })),
    };
  },
});

import { operation } from "#registry/operation";
import type { TypeOf } from "#registry/schema-type";
import { refuseRevoked, requireVersion } from "./find";
import { resolvedShape } from "./shapes";

/** Which version of which masque: the input of everything that looks at one. */
export const versionInput = {
  type: "object",
  required: ["name", "version"],
  additionalProperties: false,
  properties: { name: { type: "string", maxLength: 200 }, version: { type: "string", maxLength: 64 } },
} as const;

export const showVersion = operation({
  name: "masque.version",
  effect: "read",
  scope: "read",
  summary: "Shows one exact version with all five components.",
  input: versionInput,
  output: resolvedShape,
  async run(context, { name, version }): Promise<TypeOf<typeof resolvedShape>> {
    const facts = requireVersion(context, name, version);
    refuseRevoked(facts);
    const body = await context.runtime.bodies.get(facts);
    return JSON.parse(body.toString("utf8"));
  },
});

import { Refusal } from "#registry/errors";
import { readDefinition } from "#registry/masque/definition";
import { diffDefinitions } from "#registry/masque/diff/definitions";
import { findInvisible } from "#registry/masque/diff/invisible";
import { unifiedDiff } from "#registry/masque/diff/text";
import { parseName } from "#registry/masque/name";
import { operation } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { baselineOf } from "./baseline";
import { type Comparison, compareSides, type Side } from "./diff";
import type { VersionFacts } from "./facts";
import { diffShape } from "./shapes";
import { LARGEST_INPUT, toBytes } from "./validate";

export const compareMasque = operation({
  name: "masque.compare",
  effect: "read",
  scope: "read",
  summary: "Compares a draft with the latest version, before it is published.",
  input: {
    type: "object",
    required: ["name", "source"],
    additionalProperties: false,
    properties: {
      name: { type: "string", maxLength: 200 },
      source: { type: "string", maxLength: LARGEST_INPUT },
    },
  },
  output: diffShape,
  async run(context, { name, source }): Promise<Comparison> {
    const parsed = parseName(name);
    const { definition, errors } = readDefinition(toBytes(source), { name });
    if (!definition)
      throw new Refusal(
        "invalid",
        "The draft is not a valid masque yet, so nothing can be compared.",
        errors,
      );
    const masque = context.runtime.shelf.find(context.ring, parsed);
    const draft = { label: definition.version, source, definition };
    return compareWith(context.runtime, masque && baselineOf(masque), draft);
  },
});

/** A draft against the version that it would follow. A first version is compared with nothing: it does not widen. */
export async function compareWith(
  { definitions }: Runtime,
  baseline: VersionFacts | undefined,
  draft: Side,
): Promise<Comparison> {
  if (baseline) return compareSides({ label: baseline.version, ...(await definitions(baseline)) }, draft);
  const { label, source, definition } = draft;
  return {
    from: null,
    to: label,
    ...diffDefinitions(definition, definition),
    words: [],
    text: unifiedDiff({ from: "nothing", to: label }, "", source),
    invisible: findInvisible(source).map((found) => ({ side: "after" as const, ...found })),
  };
}

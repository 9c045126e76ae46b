import type { Definition } from "#registry/masque/definition";
import { diffDefinitions } from "#registry/masque/diff/definitions";
import { findInvisible } from "#registry/masque/diff/invisible";
import { diffText, unifiedDiff } from "#registry/masque/diff/text";
import { type Context, operation } from "#registry/operation";
import type { TypeOf } from "#registry/schema-type";
import { refuseRevoked, requireVersion } from "./find";
import { diffShape } from "./shapes";

/** One side of a comparison. */
export interface Side {
  readonly label: string;
  readonly source: string;
  readonly definition: Definition;
}

/** What differs: by risk, word by word in the two long texts, line by line in the file. */
export type Comparison = TypeOf<typeof diffShape>;

export const diffMasque = operation({
  name: "masque.diff",
  effect: "read",
  scope: "read",
  summary: "Compares two versions of a masque: what widens, what narrows, and the texts to read.",
  input: {
    type: "object",
    required: ["name", "from", "to"],
    additionalProperties: false,
    properties: {
      name: { type: "string", maxLength: 200 },
      from: { type: "string", maxLength: 64 },
      to: { type: "string", maxLength: 64 },
    },
  },
  output: diffShape,
  async run(context, { name, from, to }): Promise<Comparison> {
    const [before, after] = await Promise.all([readSide(context, name, from), readSide(context, name, to)]);
    return compareSides(before, after);
  },
});

/** A published version as one side. */
export async function readSide(context: Context, name: string, version: string): Promise<Side> {
  const facts = requireVersion(context, name, version);
  refuseRevoked(facts);
  const { source, definition } = await context.runtime.definitions(facts);
  return { label: facts.version, source, definition };
}

export function compareSides(before: Side, after: Side): Comparison {
  const { risk, changes } = diffDefinitions(before.definition, after.definition);
  const texts = ["lens", "context"] as const;
  const invisible = [
    ...findInvisible(before.source).map((found) => ({ side: "before" as const, ...found })),
    ...findInvisible(after.source).map((found) => ({ side: "after" as const, ...found })),
  ];
  return {
    from: before.label,
    to: after.label,
    risk,
    changes,
    words: texts
      .filter((path) => before.definition[path] !== after.definition[path])
      .map((path) => ({ path, segments: diffText(before.definition[path], after.definition[path]) })),
    text: unifiedDiff({ from: before.label, to: after.label }, before.source, after.source),
    invisible,
  };
}

import { operation } from "#registry/operation";
import { readMasque } from "./read-masque";
import { issueShape } from "./shapes";

/** Room for a file that is too large, so that the answer can say by how much. */
export const LARGEST_INPUT = 2 ** 20;

export const validateMasque = operation({
  name: "masque.validate",
  effect: "read",
  scope: "read",
  summary: "Checks a masque file and names everything that is wrong with it, with line and column.",
  input: {
    type: "object",
    required: ["source"],
    additionalProperties: false,
    properties: {
      source: { type: "string", maxLength: LARGEST_INPUT },
      name: { type: "string", maxLength: 200 },
    },
  },
  output: {
    type: "object",
    required: ["valid", "errors", "warnings"],
    properties: {
      valid: { type: "boolean" },
      errors: { type: "array", items: issueShape },
      warnings: { type: "array", items: issueShape },
      definition: { type: "object" },
    },
  },
  async run(_context, { source, name }) {
    const { definition, errors, warnings } = await readMasque(toBytes(source), { name });
    return { valid: errors.length === 0, errors, warnings, definition };
  },
});

const HALF_CHARACTER = /\p{Cs}/u;

/** The bytes of a source that came as text. Half a character becomes a byte that no UTF-8 has, which the reader refuses there. */
export function toBytes(source: string): Buffer {
  const half = source.search(HALF_CHARACTER);
  if (half < 0) return Buffer.from(source, "utf8");
  return Buffer.concat([Buffer.from(source.slice(0, half), "utf8"), Buffer.of(0xff)]);
}

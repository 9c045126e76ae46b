import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDefinition } from "./definition";
import { masqueSchema } from "./schema";

type Field = {
  properties?: Record<string, Field>;
  items?: Field;
  else?: Field;
  patternProperties?: Record<string, Field>;
};

const page = readFileSync(join(import.meta.dirname, "../../docs/schema.md"), "utf8");
const examples = [
  ...page.matchAll(/^(?<fence>```|~~~)yaml(?: refused: (?<refusal>.*))?\n(?<source>[\s\S]*?)^\k<fence>$/gm),
].map((match) => ({
  refusal: match.groups?.refusal,
  source: match.groups?.source ?? "",
  line: page.slice(0, match.index).split("\n").length,
}));

const REQUIRED = {
  version: "version: 1",
  ring: "ring: player",
  intent: 'intent: { allowed: ["look *"] }',
  lens: "lens: Look.",
};

/** An example of one field, completed to a file by the required fields that it does not show. */
function complete(source: string): Uint8Array {
  if (source.startsWith("version: 1\n")) return new TextEncoder().encode(source);
  const missing = Object.entries(REQUIRED).filter(([field]) => !source.startsWith(`${field}:`));
  return new TextEncoder().encode(`${source}${missing.map(([, line]) => line).join("\n")}\n`);
}

test.each(examples.filter(({ refusal }) => refusal === undefined))(
  "docs/schema.md:$line is valid",
  ({ source }) => {
    expect(readDefinition(complete(source))).toMatchObject({ errors: [], warnings: [] });
  },
);

test.each(examples.filter(({ refusal }) => refusal !== undefined))(
  "docs/schema.md:$line is refused as it says",
  ({ source, refusal }) => {
    expect(
      readDefinition(complete(source))
        .errors.map(({ message }) => message)
        .join("\n"),
    ).toContain(refusal);
  },
);

test("every field has a section with an example of it", () => {
  const fields = Object.keys((masqueSchema() as Field).properties ?? {});
  for (const field of fields) {
    const section = page.split(`\n### ${field}\n`)[1]?.split("\n### ")[0] ?? "";
    expect(section, field).toMatch(new RegExp(`\`\`\`yaml\\n${field}:`));
  }
});

test("every key of every nested mapping is explained", () => {
  const schema = masqueSchema() as Field & { $defs: Record<string, Field> };
  const keys = (field: Field): string[] => [
    ...Object.keys(field.properties ?? {}),
    ...[
      ...Object.values(field.properties ?? {}),
      ...Object.values(field.patternProperties ?? {}),
      field.items,
      field.else,
    ].flatMap((inner) => (inner ? keys(inner) : [])),
  ];
  const all = [schema, ...Object.values(schema.$defs)].flatMap(keys);
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

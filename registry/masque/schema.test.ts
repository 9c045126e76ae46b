import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { SCORES, SKILL_LEVELS } from "./definition";
import { RINGS } from "./ring";
import { masqueSchema, schemaText } from "./schema";

type Node = {
  enum?: unknown;
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
  $defs?: Record<string, Node>;
};
const schema = masqueSchema() as Node & { $schema: string };

test("S128: the schema is valid JSON Schema 2020-12 and compiles in ajv's strict mode", () => {
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  const ajv = new Ajv2020({ strict: true });
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

test("S128: the schema alone, without our reader, accepts a masque and refuses what is none", () => {
  const validate = new Ajv2020({ strict: true }).compile(schema);
  const masque = { version: 2.3, ring: "player", intent: { allowed_patterns: ["deploy *"] }, lens: "Look." };
  expect(validate(masque)).toBe(true);
  expect(validate({ ...masque, version: "2.3" })).toBe(true);
  expect(validate({ ...masque, version: "01" })).toBe(false);
  expect(validate({ ...masque, intent: { allowed: ["a"], allowed_patterns: ["a"] } })).toBe(false);
  expect(validate({ ...masque, knowledge: ["http://a"] })).toBe(false);
});

test("the schema and the types name the same rings, levels and scores", () => {
  expect(schema.properties?.ring?.enum).toEqual(RINGS);
  expect(schema.properties?.skills?.items?.properties?.level?.enum).toEqual(SKILL_LEVELS);
  expect(schema.$defs?.score?.enum).toEqual(SCORES);
});

test("every field says what it is in a sentence, because people are shown it", () => {
  const fields = (node: Node): Node[] =>
    Object.values(node.properties ?? {}).flatMap((field) => [field, ...fields(field.items ?? field)]);
  const silent = fields(schema).filter(
    (field) => !("$ref" in field) && !/^[A-Z`].*\.$/.test(field.description ?? ""),
  );
  expect(silent).toEqual([]);
  expect(schemaText).toContain("# The language of masques.");
});

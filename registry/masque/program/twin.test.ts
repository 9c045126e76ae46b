import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Definition, readDefinition } from "../definition";
import { readCases } from "../intent/cases";
import { compileIntent } from "../intent/compile";
import { decideIntent } from "./decide";
import { evaluateProgram } from "./evaluate";

const read = (path: string): Definition => {
  const { definition, errors } = readDefinition(readFileSync(new URL(path, import.meta.url)));
  if (!definition) throw new Error(`${path}: ${errors[0]?.message}`);
  return definition;
};
const file = read("../../../personas/homelab.masque.yaml");
const code = read("./fixtures/homelab-as-code.masque.yaml");

const sections = readCases(
  readFileSync(new URL("../intent/intent-cases.md", import.meta.url), "utf8"),
).filter(({ patterns }) => patterns.allowed.join() === file.intent.allowed.join());
const intents = sections.flatMap(({ cases }) => cases.map(({ intent }) => intent));

test("S105 S107: homelab as a file and as code come to the same decision on every case", async () => {
  expect(intents.length).toBeGreaterThan(200);
  for (const intent of intents) {
    const [declared, computed] = [await decideIntent(file, intent), await decideIntent(code, intent)];
    expect(computed.intent.allowed, `${intent}: ${computed.intent.explain}`).toBe(declared.intent.allowed);
    if (declared.intent.allowed) expect(computed).toEqual(declared);
  }
});

test("S105: the code alone, without the patterns before it, decides the design's cases alike", async () => {
  const check = compileIntent(file.intent);
  const input = { context: code.context, knowledge: code.knowledge, lens: code.lens };
  for (const { intent } of sections[0]?.cases ?? []) {
    const result = await evaluateProgram({ source: code.program ?? "", input: { ...input, intent } });
    expect(result.ok && result.answer.validateIntent?.allowed, intent).toBe(check(intent).allowed);
  }
});

test("S105 S106: access stays declared, and both declare the same", () => {
  expect(code.access).toEqual(file.access);
});

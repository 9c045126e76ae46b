import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { readDefinition } from "#registry/masque/definition";
import { compileIntent } from "#registry/masque/intent/compile";
import { intent, patterns } from "#registry/masque/program/fixtures/generated-intents";

const run = promisify(execFile);
const FILES = 40;
const INTENTS = 250;

beforeAll(async () => {
  await run(process.execPath, ["build.mjs", "cli"]);
});

/** A masque file with those patterns, or undefined where a definition may not have them. */
function fileWith(allowed: string[], denied: string[]): string | undefined {
  const lists = `{ allowed: ${JSON.stringify(allowed)}, denied: ${JSON.stringify(denied)} }`;
  const source = `version: 1\nring: player\nintent: ${lists}\nlens: x\n`;
  return readDefinition(Buffer.from(source)).definition && source;
}

test("S107: what the command line compiles answers ten thousand generated intents as the server does", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "masque-agreement-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const sets = fc
    .sample(fc.tuple(patterns, patterns), { numRuns: FILES * 20, seed: 1 })
    .filter(([allowed, denied]) => fileWith(allowed, denied))
    .slice(0, FILES);
  expect(sets).toHaveLength(FILES);
  for (const [index, [allowed, denied]] of sets.entries()) {
    const file = path.join(folder, `set-${index}.masque.yaml`);
    await writeFile(file, fileWith(allowed, denied) ?? "");
    const { stdout } = await run(process.execPath, ["dist/cli.js", "compile", file]);
    const module = await import(`data:text/javascript,${encodeURIComponent(stdout)}`);
    const check = compileIntent({ allowed, denied });
    const stated = fc.sample(intent, { numRuns: INTENTS, seed: index });
    expect(stated.map(module.validateIntent)).toEqual(stated.map(check));
  }
}, 120_000);

import { expect, test } from "vitest";
import { bundle, generatedFile } from "./runtime.build";
import { RUNTIME } from "./runtime.generated";

test.each([
  ["RUNTIME", "./runtime.ts", "./runtime.generated.ts"],
  ["WORKER", "./worker.ts", "./worker.generated.ts"],
])("%s is, byte for byte, what its sources build", async (name, source, file) => {
  await expect(generatedFile(name, await bundle(source))).toMatchFileSnapshot(file);
});

test("S99: the runtime of a compiled program is at most 6 KB and imports nothing", () => {
  expect(Buffer.byteLength(RUNTIME)).toBeLessThanOrEqual(6000);
  expect(RUNTIME).not.toMatch(/\bimport\b|\brequire\b|process|globalThis/);
});

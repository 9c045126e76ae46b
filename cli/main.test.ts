import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const NOWHERE = { ...process.env, MASQUE_REGISTRY: "http://127.0.0.1:9", NO_COLOR: "1" };

interface Transcript {
  code: number;
  stdout: string;
  stderr: string;
}

async function masque(...words: string[]): Promise<Transcript> {
  return run(process.execPath, ["dist/cli.js", ...words], { env: NOWHERE }).then(
    (done) => ({ code: 0, ...done }),
    (failed: Transcript) => failed,
  );
}

beforeAll(async () => {
  await run(process.execPath, ["build.mjs", "cli"]);
});

test("validate says what is wrong, where, and ends with 1", async () => {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), "masque-cli-")), "broken.masque.yaml");
  await writeFile(file, "version: 1\nring: wizard\nintent:\n  alowed: []\nlens: x\n");
  const { code, stdout, stderr } = await masque("validate", file, "personas/pm.masque.yaml");
  expect(code).toBe(1);
  expect(stderr).toContain(`${file}:2:`);
  expect(stderr).toMatch(/alowed.*allowed/);
  expect(stdout).toContain("personas/pm.masque.yaml: Product Manager 1.0 is valid");
});

test("S107: compile writes a module that runs without the file", async () => {
  const { code, stdout } = await masque("compile", "personas/homelab.masque.yaml");
  expect(code).toBe(0);
  const module = await import(`data:text/javascript,${encodeURIComponent(stdout)}`);
  expect(module.version).toBe("2.3.0");
  expect(module.validateIntent("deploying monitoring stack").allowed).toBe(true);
  expect(module.validateIntent("deploy then delete everything").allowed).toBe(false);
});

test("compiling twice gives the same bytes", async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(() => masque("compile", "personas/reviewer.masque.yaml")),
  );
  expect(first?.stdout).toBe(second?.stdout);
});

test("S98: documentation is not a masque", async () => {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), "masque-cli-")), "notes.md");
  await writeFile(file, "# not a masque\n");
  expect(await masque("validate", file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("documentation"),
  });
});

test("diff leads with what widens", async () => {
  const { stdout } = await masque(
    "diff",
    "personas/homelab@v2.2.masque.yaml",
    "personas/homelab.masque.yaml",
  );
  expect(stdout.split("\n").slice(0, 2)).toEqual([
    "Risk: widening",
    expect.stringMatching(/^widening +intent\.allowed/),
  ]);
});

test.each([
  ["an unknown command", ["frobnicate"], 2],
  ["too few words", ["diff", "one"], 2],
  ["a file that is not there", ["compile", "nowhere.masque.yaml"], 3],
  ["no registry", ["compile", "homelab@2.3"], 5],
  ["a reference that moves", ["compile", "homelab@latest"], 2],
])("%s is one plain sentence and its own exit code", async (_what, words, expected) => {
  const { code, stderr } = await masque(...words);
  expect(code).toBe(expected);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr.length).toBeGreaterThan(0);
});

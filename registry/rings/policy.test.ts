import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keepPolicy } from "./keep-policy";
import { DEFAULT_POLICY, partOf, readPolicy } from "./policy";

test("a policy overrides the numbers it gives and leaves the others", () => {
  const read = readPolicy("door: closed\nplayer:\n  sessions: 12\n  cleanShare: 0.9\n");
  expect(read).toEqual({
    policy: {
      ...DEFAULT_POLICY,
      door: "closed",
      player: { ...DEFAULT_POLICY.player, sessions: 12, cleanShare: 0.9 },
    },
  });
});

test("an empty policy file is the default policy", () => {
  expect(readPolicy("# nothing yet\n")).toEqual({ policy: DEFAULT_POLICY });
});

test("a negative number is refused, naming its line", () => {
  expect(readPolicy("player:\n  sessions: -3\n")).toMatchObject({
    issues: [{ path: "player.sessions", line: 2, column: 13, message: expect.stringContaining("from 1") }],
  });
});

test("an unknown key is refused, naming its line and the nearest known one", () => {
  expect(readPolicy("door: open\nplayr:\n  sessions: 3\n")).toMatchObject({
    issues: [{ path: "playr", line: 2, message: expect.stringContaining("`player`") }],
  });
});

test("broken YAML is refused, naming its line", () => {
  expect(readPolicy("door: open\nguest: [\n")).toMatchObject({ issues: [{ line: expect.any(Number) }] });
});

test("two thirds of three heads are two", () => {
  expect([1, 2, 3, 4, 6].map((heads) => partOf("2/3", heads))).toEqual([1, 2, 2, 3, 4]);
});

async function policyFile(text: string) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "masque-policy-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, "policy.yaml");
  await writeFile(file, text);
  const logged: string[] = [];
  const note = (_facts: object, message: string) => void logged.push(message);
  return { file, logged, log: { info: note, error: note } };
}

test("a changed policy is taken while the registry runs; a broken one keeps the last good and says so", async () => {
  const { file, log, logged } = await policyFile("guest: { sessions: 6 }\n");
  const kept = await keepPolicy(file, log);
  expect(kept.current.guest.sessions).toBe(6);
  await writeFile(file, "guest: { sessions: 70 }\n");
  await kept.refresh();
  expect(kept.current.guest.sessions).toBe(70);
  await writeFile(file, "guest: { sessions: minus one }\n");
  await kept.refresh();
  expect(kept.current.guest.sessions).toBe(70);
  expect(kept.problem?.issues).toMatchObject([{ path: "guest.sessions", line: 1 }]);
  expect(logged.at(-1)).toContain("stays in force");
  await rm(file);
  await kept.refresh();
  expect(kept.current).toEqual(DEFAULT_POLICY);
  expect(kept.problem).toBeUndefined();
});

test("a registry does not begin with a broken policy", async () => {
  const { file, log } = await policyFile("guest: { sessions: -1 }\n");
  await expect(keepPolicy(file, log)).rejects.toMatchObject({ issues: [{ path: "guest.sessions" }] });
});

import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../git/repository.fixture";
import { bundleProgram, run } from "../process.fixture";
import { lockFolder } from "./lock";

test("a data folder has one process at a time, and is free the moment that process is killed", async () => {
  const program = await bundleProgram(path.join(import.meta.dirname, "lock.fixture.ts"));
  const home = temporaryFolder();
  const take = () => run([process.execPath, program, home]);
  const first = take();
  expect(await first.line(/./)).toBe("mine");
  expect(await take().line(/./)).toBe("another's");
  expect(lockFolder(home)).toBeUndefined();

  first.child.kill("SIGKILL");
  await first.ended;
  const next = take();
  expect(await next.line(/./)).toBe("mine");
});

test("whoever releases the folder leaves it to the next", () => {
  const home = temporaryFolder();
  const lock = lockFolder(home);
  expect(lockFolder(home)).toBeUndefined();
  lock?.release();
  const next = lockFolder(home);
  expect(next).toBeDefined();
  next?.release();
});

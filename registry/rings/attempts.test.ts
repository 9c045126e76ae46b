import { expect, test } from "vitest";
import { createAttempts } from "./attempts";

test("ten wrong passwords for a handle close it for a while, known or not, and no other", async () => {
  const attempts = createAttempts();
  for (let attempt = 0; attempt < 10; attempt++) {
    await attempts.require("ada");
    await attempts.failed("ada");
  }
  await expect(attempts.require("ada")).rejects.toMatchObject({ code: "rate_limited" });
  await expect(attempts.require("grace")).resolves.toBeUndefined();
});

test("a right password forgets the wrong ones", async () => {
  const attempts = createAttempts();
  for (let attempt = 0; attempt < 9; attempt++) await attempts.failed("ada");
  await attempts.succeeded("ada");
  for (let attempt = 0; attempt < 9; attempt++) await attempts.failed("ada");
  await expect(attempts.require("ada")).resolves.toBeUndefined();
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openTestRegistry } from "#server/test-registry";

const PASSWORD = "correct horse battery";

/** Every file below a folder, in one. */
function bytesBelow(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Buffer.concat(files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name))));
}

test("no secret is in the data folder or the log: no password, token, session or founding token", async () => {
  const registry = await openTestRegistry();
  const outsider = registry.as("outsider");
  const founded = await outsider.invoke("community.found", {
    token: "a founding token",
    handle: "ada",
    name: "Ada",
    password: PASSWORD,
  });
  const browser = await outsider.invoke("browser.open", { handle: "ada", password: PASSWORD });
  await outsider
    .invoke("browser.open", { handle: "ada", password: `not ${PASSWORD}` })
    .catch(() => undefined);
  const authorization = `Bearer ${founded.token}`;
  const made = await outsider.http(
    "POST",
    "/api/v1/tokens",
    { label: "ci" },
    { authorization, "idempotency-key": "one" },
  );
  const token = String(made.json().token);
  expect(token).toMatch(/^mqt_/);
  await outsider.http("GET", `/api/v1/resolve/${encodeURIComponent(token)}`, undefined, { authorization });
  await registry.close();

  const kept = bytesBelow(registry.runtime.config.home);
  expect(kept.includes("ada")).toBe(true);
  for (const secret of [PASSWORD, "a founding token", founded.token, browser.secret, token]) {
    expect(kept.includes(secret)).toBe(false);
    expect(kept.includes(secret.slice(4, 24))).toBe(false);
    expect(registry.logged.join("\n")).not.toContain(secret);
  }
  expect(kept.includes("$argon2id$v=19$m=19456,t=2,p=1$")).toBe(true);
});

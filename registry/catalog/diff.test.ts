import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "#server/test-registry";

const before = masqueFile({
  version: "1",
  more: "context: Runs the cellar.\naccess: { vault_role: lab-read }\n",
});
const after = before
  .replace('version: "1"', 'version: "2"')
  .replace('["deploy *"]', '["deploy *", "restart *"]')
  .replace("lab-read", "lab-write")
  .replace("Runs the cellar.", "Runs the whole cellar.");

test("S56: two versions are compared: what widens first, the long texts word by word, the file line by line", async () => {
  const registry = await openTestRegistry();
  await registry.publish("homelab", before);
  await registry.publish("homelab", after);
  const { risk, changes, text, words, from, to } = await registry
    .as("player")
    .invoke("masque.diff", { name: "homelab", from: "v1", to: "2.0.0" });
  expect({ from, to, risk }).toEqual({ from: "1.0.0", to: "2.0.0", risk: "widening" });
  expect(changes.map(({ path, effect }) => [path, effect])).toEqual(
    expect.arrayContaining([
      ["intent.allowed[1]", "widening"],
      ["access.vault_role", "widening"],
      ["context", "read"],
    ]),
  );
  expect(text).toContain("+access: { vault_role: lab-write }");
  expect(words).toMatchObject([{ path: "context" }]);
});

test("turned around, what widened narrows; a version differs from itself in nothing", async () => {
  const registry = await openTestRegistry();
  await registry.publish("homelab", before);
  await registry.publish("homelab", before.replace('version: "1"', 'version: "2"').replace(', "x"', ""));
  await registry.publish(
    "homelab",
    before.replace('version: "1"', 'version: "3"').replace('["deploy *"]', '["deploy *", "restart *"]'),
  );
  const diff = (from: string, to: string) =>
    registry.as("player").invoke("masque.diff", { name: "homelab", from, to });
  expect((await diff("2", "3")).risk).toBe("widening");
  expect((await diff("3", "2")).risk).toBe("narrowing");
  expect(await diff("3", "3")).toMatchObject({ risk: "none", changes: [], text: "", invisible: [] });
});

test("invisible and bidirectional characters are named with side and place", async () => {
  const registry = await openTestRegistry();
  await registry.publish("homelab", masqueFile({ version: "1" }));
  await registry.publish("homelab", masqueFile({ version: "2", lens: "Look \u202ebefore\u200b you touch." }));
  const { invisible } = await registry
    .as("player")
    .invoke("masque.diff", { name: "homelab", from: "1", to: "2" });
  expect(invisible).toEqual([
    expect.objectContaining({ side: "after", line: 6, codepoint: "U+202E" }),
    expect.objectContaining({ side: "after", line: 6, codepoint: "U+200B" }),
  ]);
});

test("a version that is hidden, absent or revoked is on neither side", async () => {
  const registry = await openTestRegistry({ masques: { homelab: { versions: ["1.0.0", "1.1.0"] } } });
  await registry.publish("homelab", masqueFile({ version: "2", ring: "admin" }));
  const diff = (from: string, to: string) =>
    registry.as("player").http("GET", `/api/v1/masques/homelab/diff?from=${from}&to=${to}`);
  const hidden = await diff("1", "2");
  expect(hidden.status).toBe(404);
  expect(hidden.comparable()).toEqual((await diff("1", "7")).comparable());
  expect((await diff("2", "1")).comparable()).toEqual((await diff("7", "1")).comparable());
  const withdrawal = { name: "homelab", version: "1.1.0", state: "revoked", reason: "leaked" } as const;
  await registry.as("admin").invoke("masque.withdraw", withdrawal);
  expect([(await diff("1", "1.1")).status, (await diff("1.1", "1")).status]).toEqual([410, 410]);
  expect((await registry.as("player").http("GET", "/api/v1/masques/homelab/diff?from=1")).status).toBe(400);
});

test("a draft is compared with the version that stands for the masque, as far as its author sees it", async () => {
  const registry = await openTestRegistry();
  await registry.publish("homelab", before);
  await registry.publish("homelab", masqueFile({ version: "9", ring: "admin" }));
  const compare = (ring: "player" | "admin", name: string) =>
    registry.as(ring).invoke("masque.compare", { name, source: after });
  expect(await compare("player", "homelab")).toMatchObject({ from: "1.0.0", to: "2.0.0", risk: "widening" });
  expect(await compare("admin", "homelab")).toMatchObject({ from: "9.0.0", to: "2.0.0" });
  expect(await compare("player", "never-was")).toMatchObject({
    from: null,
    to: "2.0.0",
    risk: "none",
    changes: [],
  });
  expect(await registry.runtime.store.reader.version.count()).toBe(2);
});

test("a draft that is no valid masque is refused with every reason", async () => {
  const registry = await openTestRegistry();
  const reply = await registry
    .as("player")
    .http("POST", "/api/v1/masques/homelab/comparison", { source: "version: x\nring: king\n" });
  expect(reply.json()).toMatchObject({ status: 400, code: "invalid" });
  expect(reply.json().errors).toMatchObject([
    { path: "intent" },
    { path: "lens" },
    { path: "version", line: 1 },
    { path: "ring", line: 2 },
  ]);
});

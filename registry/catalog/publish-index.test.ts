import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, type TestRegistry } from "#server/test-registry";

const stating = (index: number, version?: string) => masqueFile({ version, more: `index: ${index}\n` });

async function publish(registry: TestRegistry, name: string, source: string) {
  const { notes } = await registry.as("player").invoke("masque.publish", { name, source });
  const { index } = await registry.as("player").invoke("masque.show", { name });
  return { index, notes };
}

test("an index that is stated first and free is honoured", async () => {
  const registry = await openTestRegistry();
  expect(await publish(registry, "homelab", stating(42))).toEqual({ index: 42, notes: [] });
});

test("an index that is taken becomes another, and the author is told", async () => {
  const registry = await openTestRegistry();
  await publish(registry, "homelab", stating(42));
  const { index, notes } = await publish(registry, "other", stating(42));
  expect(index).toBeGreaterThan(42);
  expect(notes).toEqual([`The file states index 42; this masque's index is ${index} and stays so.`]);
});

test("S108: a file without index gets one when it is first published", async () => {
  const registry = await openTestRegistry();
  const { index, notes } = await publish(registry, "homelab", masqueFile());
  expect(index).toBeGreaterThanOrEqual(1);
  expect(notes).toEqual([]);
});

test("an index is kept for ever: through later versions, other statements and a restart", async () => {
  const registry = await openTestRegistry();
  await publish(registry, "homelab", stating(42));
  expect(await publish(registry, "homelab", masqueFile({ version: "2" }))).toEqual({ index: 42, notes: [] });
  const { index, notes } = await publish(registry, "homelab", stating(7, "3"));
  expect(index).toBe(42);
  expect(notes).toHaveLength(1);
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  expect((await reopened.as("admin", "elder-1").invoke("masque.show", { name: "homelab" })).index).toBe(42);
});

test("the largest index that can be stated leaves room for all masques after it", async () => {
  const registry = await openTestRegistry();
  await publish(registry, "last", stating(2_147_483_647));
  for (const name of ["one", "two"]) {
    const { index } = await publish(registry, name, masqueFile());
    expect(index).toBeLessThan(2_147_483_647);
  }
});

test("of a hundred new masques at once each gets an index of its own", async () => {
  const registry = await openTestRegistry();
  const names = Array.from({ length: 100 }, (_, number) => `masque-${number}`);
  const found = await Promise.all(names.map((name) => publish(registry, name, masqueFile())));
  expect(new Set(found.map(({ index }) => index)).size).toBe(100);
});

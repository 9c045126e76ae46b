import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "#server/test-registry";
import { REGISTRY } from "../actor";
import { stockGit } from "../git/repository.fixture";
import { invoke } from "../operation";
import { publishMasque } from "./publish";
import { seedPersonas } from "./seed";

test("S111: an empty registry is seeded with everything below personas/, earlier versions first, once", async () => {
  const registry = await openTestRegistry();
  const { runtime } = registry;
  const count = await seedPersonas(runtime);
  expect(count).toBe(runtime.shelf.size);
  expect(runtime.shelf.list("admin", "name").map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "codesmith",
      "engineer:backend",
      "engineer:frontend",
      "homelab",
      "orchestrator",
      "reviewer",
    ]),
  );
  const homelab = await registry.as("admin").invoke("masque.show", { name: "homelab" });
  expect(homelab.versions.map(({ version }) => version)).toEqual(["2.3.0", "2.2.0"]);
  const { git } = stockGit(runtime.repository.dir);
  expect(git(["rev-list", "--count", "homelab@v2.3.0"])).toBe("2");
  expect(await seedPersonas(runtime)).toBe(0);
});

test("S78: codesmith resolves as soon as the registry is seeded", async () => {
  const registry = await openTestRegistry();
  await seedPersonas(registry.runtime);
  const reply = await registry.as("admin").http("GET", "/api/v1/resolve/masque:codesmith@v0.1");
  expect(reply.json()).toMatchObject({ name: "codesmith", version: "0.1.0", pinned: true });
});

test("a seeding that was cut short is finished by the next start, and writes nothing twice", async () => {
  const whole = await openTestRegistry();
  const count = await seedPersonas(whole.runtime);
  const registry = await openTestRegistry();
  const [first] = whole.runtime.shelf.find("admin", "homelab" as never)?.versions.toReversed() ?? [];
  const { source } = await whole
    .as("admin")
    .invoke("masque.source", { name: "homelab", version: first?.version ?? "" });
  await invoke(registry.runtime, publishMasque, REGISTRY, { name: "homelab", source });
  expect(await seedPersonas(registry.runtime)).toBe(count - 1);
  const trail = { operation: "masque.publish" };
  expect(await registry.runtime.store.reader.auditEntry.count({ where: trail })).toBe(count);
});

test("a registry in which somebody has published, or that is founded, is not seeded", async () => {
  const used = await openTestRegistry();
  await used.as("player").invoke("masque.publish", { name: "ours", source: masqueFile() });
  expect(await seedPersonas(used.runtime)).toBe(0);

  const founded = await openTestRegistry();
  await founded.as("outsider").invoke("community.found", {
    token: "a founding token",
    handle: "ada",
    name: "Ada",
    password: "correct horse battery",
  });
  expect(await seedPersonas(founded.runtime)).toBe(0);
});

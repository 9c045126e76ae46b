import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "#server/test-registry";
import { objectPathOf } from "../git/layout";
import { masqueAt, openHand } from "./hand.fixture";

test("S57: a tag that stock git pushes is a version at the next look, served to the byte and for ever", async () => {
  const registry = await openTestRegistry({ masques: { homelab: { versions: ["2.2.0"] } } });
  const hand = openHand(registry.runtime);
  const source = masqueFile({ version: "2.3", ring: "guest", more: "index: 42\n" });
  hand.push("homelab@v2.3.0", masqueAt("homelab", source), { date: "2025-12-24T18:00:00+01:00" });
  hand.push("engineer/backend@v1.0.0", masqueAt("engineer:backend", masqueFile({ version: "1" })));
  await registry.tags.poll();

  const guest = registry.as("guest");
  const pin = await guest.http("GET", "/api/v1/resolve/homelab@2.3");
  expect(pin.json()).toMatchObject({
    version: "2.3.0",
    publishedAt: "2025-12-24T17:00:00.000Z",
    ring: "guest",
  });
  expect(pin.json().git).toMatchObject({ tagOid: hand.git(["rev-parse", "homelab@v2.3.0"]) });
  expect((await guest.http("GET", "/api/v1/masques/homelab/versions/2.3/source")).text).toBe(source);
  const { index, versionCount } = await registry.as("player").invoke("masque.show", { name: "homelab" });
  expect({ versionCount, restated: index === 42 }).toEqual({ versionCount: 2, restated: false });

  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  const after = await reopened.as("guest", "another").http("GET", "/api/v1/resolve/homelab@2.3");
  expect(after.json()).toEqual(pin.json());
  expect(reopened.runtime.shelf.size).toBe(3);
});

test("tags that were pushed while nobody looked are versions when the registry starts", async () => {
  const registry = await openTestRegistry();
  await registry.close();
  const hand = openHand(registry.runtime);
  hand.push("homelab@v1.0.0", masqueAt("homelab", masqueFile()));
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  expect(reopened.runtime.shelf.size).toBe(1);
});

test("a new masque takes the index that its tag or its file states, where nobody has it", async () => {
  const registry = await openTestRegistry();
  const hand = openHand(registry.runtime);
  const stating = (index: string) => masqueFile({ more: `index: ${index}\n` });
  hand.push("by-file@v1.0.0", masqueAt("by-file", stating("41")));
  hand.push("by-tag@v1.0.0", masqueAt("by-tag", stating("43")), { message: "one\n\nMasque-Index: 42\n" });
  hand.push("late@v1.0.0", masqueAt("late", stating("42")));
  hand.push("odd@v1.0.0", masqueAt("odd", masqueFile()), {
    message: "one\n\nMasque-Index: 9007199254740993\n",
  });
  await registry.tags.poll();
  const { items } = await registry.as("player").invoke("masque.list", {});
  const index = Object.fromEntries(items.map((item) => [item.name, item.index]));
  expect(index).toMatchObject({ "by-file": 41, "by-tag": 42 });
  expect(new Set(Object.values(index)).size).toBe(4);
});

test("what is no version is set aside, told to elders alone, and harms nothing beside it", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  const hand = openHand(registry.runtime);
  const plain = hand.commit(masqueAt("light", masqueFile()));
  hand.git(["tag", "light@v1.0.0", plain]);
  hand.pushRef("refs/tags/light@v1.0.0");
  hand.push("missing@v1.0.0", { "README.md": "nothing" });
  hand.push("elsewhere@v1.0.0", { "masques/elsewhere.masque.yaml": masqueFile() });
  hand.push("crowded@v1.0.0", { ...masqueAt("crowded", masqueFile()), "README.md": "more" });
  hand.push("broken@v1.0.0", masqueAt("broken", "version: [1\n"));
  hand.push("unfit@v1.0.0", masqueAt("unfit", "version: 1\nring: king\n"));
  hand.push("apart@v2.0.0", masqueAt("apart", masqueFile({ version: "1.0.0" })));
  hand.push("short@v1", masqueAt("short", masqueFile()));
  hand.push("Upper@v1.0.0", masqueAt("Upper", masqueFile()));
  hand.push("masque@v1.0.0", masqueAt("masque", masqueFile()));
  hand.push("a/b/c@v1.0.0", masqueAt("a/b/c", masqueFile()));
  hand.push("release-1", { a: "b" });
  hand.push("far@v1.0.0", masqueAt("far", masqueFile()), { date: "@999999999999 +0000" });
  hand.push("good@v1.0.0", masqueAt("good", masqueFile()));
  await registry.tags.poll();

  const { quarantined, tampered } = await registry.as("admin").invoke("repository.problems", {});
  const reasons = Object.fromEntries(quarantined.map(({ tag, reason }) => [tag, reason]));
  expect(reasons).toEqual({
    "light@v1.0.0": expect.stringContaining("annotated tag"),
    "missing@v1.0.0": expect.stringContaining("does not hold personas/missing.masque.yaml"),
    "elsewhere@v1.0.0": expect.stringContaining("belongs at personas/elsewhere.masque.yaml"),
    "crowded@v1.0.0": expect.stringContaining("nothing else"),
    "broken@v1.0.0": expect.stringContaining("not a valid masque"),
    "unfit@v1.0.0": expect.stringContaining("not a valid masque"),
    "apart@v2.0.0": "The tag says 2.0.0 and the file says 1.0.0. Make them agree.",
    "short@v1": expect.stringContaining("short@v1.0.0"),
    "Upper@v1.0.0": expect.stringContaining("not a masque's name"),
    "masque@v1.0.0": expect.stringContaining("not a masque's name"),
    "a/b/c@v1.0.0": expect.stringContaining("not a masque's name"),
    "release-1": expect.stringContaining("NAME@vX.Y.Z"),
    "far@v1.0.0": expect.stringContaining("year"),
  });
  expect(tampered).toEqual([]);
  const names = (await registry.as("admin").invoke("masque.list", {})).items.map(({ name }) => name);
  expect(names).toEqual(["good", "homelab"]);
  for (const ring of ["player", "outsider"] as const)
    expect((await registry.as(ring).http("GET", "/api/v1/repository/problems")).status).toBe(403);
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  expect(reopened.runtime.shelf.size).toBe(2);
});

test("a tag that was set aside is judged anew when it is moved, and forgotten when it is gone", async () => {
  const registry = await openTestRegistry();
  const hand = openHand(registry.runtime);
  const { git } = openHand(registry.runtime);
  hand.push("homelab@v1.0.0", { "README.md": "not yet" });
  hand.push("other@v1.0.0", { "README.md": "not yet" });
  await registry.tags.poll();
  expect((await registry.as("admin").invoke("repository.problems", {})).quarantined).toHaveLength(2);

  hand.git(["tag", "-d", "homelab@v1.0.0"]);
  git(["push", "--quiet", registry.runtime.repository.dir, ":refs/tags/homelab@v1.0.0"]);
  git(["push", "--quiet", registry.runtime.repository.dir, ":refs/tags/other@v1.0.0"]);
  hand.push("homelab@v1.0.0", masqueAt("homelab", masqueFile()));
  await registry.tags.poll();
  expect((await registry.as("admin").invoke("repository.problems", {})).quarantined).toEqual([]);
  expect(registry.runtime.shelf.size).toBe(1);
});

test("a corrupt object keeps its own version out and no other", async () => {
  const registry = await openTestRegistry();
  const hand = openHand(registry.runtime);
  for (const name of ["one", "two", "three"])
    hand.push(`${name}@v1.0.0`, masqueAt(name, masqueFile({ lens: `Of ${name}.` })));
  const blob = hand.git(["rev-parse", "two@v1.0.0:personas/two.masque.yaml"]);
  const file = join(registry.runtime.repository.dir, objectPathOf(blob));
  chmodSync(file, 0o644);
  writeFileSync(file, "no object of Git");
  await registry.tags.poll();
  const names = (await registry.as("player").invoke("masque.list", {})).items.map(({ name }) => name);
  expect(names).toEqual(["one", "three"]);
  const { quarantined } = await registry.as("admin").invoke("repository.problems", {});
  expect(quarantined).toMatchObject([{ tag: "two@v1.0.0", reason: expect.stringContaining("damaged") }]);
});

test("only the repository itself reports tags", async () => {
  const registry = await openTestRegistry();
  const tags = [{ tag: "homelab@v1.0.0", oid: "0".repeat(40) }];
  for (const ring of ["outsider", "admin"] as const) {
    await expect(registry.as(ring).invoke("masque.adopt", { tags })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(registry.as(ring).invoke("masque.guard", { tag: "homelab@v1.0.0" })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});

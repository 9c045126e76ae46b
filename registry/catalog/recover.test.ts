import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, type TestRegistry } from "#server/test-registry";
import { stockGit } from "../git/repository.fixture";

/** The lock file of somebody who is about to write this tag, and does not come back. */
const lockOf = ({ runtime }: TestRegistry) =>
  path.join(runtime.repository.dir, "refs/tags/homelab@v1.0.0.lock");

async function openStuck() {
  const registry = await openTestRegistry();
  writeFileSync(lockOf(registry), "");
  const publish = (source = masqueFile()) =>
    registry.as("player").http("POST", "/api/v1/masques/homelab/versions", { source });
  const first = await publish();
  return { registry, publish, first };
}

test("a publication that the repository holds up is not answered as done, names what is in the way, and shows nowhere", async () => {
  const { registry, first } = await openStuck();
  expect(first.json()).toMatchObject({ status: 503, code: "unavailable" });
  expect(first.json().detail).toContain("refs/tags/homelab@v1.0.0.lock");
  expect(first.text).not.toContain(registry.runtime.repository.dir);
  const { items } = await registry.as("player").invoke("masque.list", {});
  expect(items).toEqual([]);
});

test("publishing it again finishes it; other bytes are refused, because it was decided", async () => {
  const { registry, publish } = await openStuck();
  rmSync(lockOf(registry));
  expect((await publish(masqueFile({ lens: "Changed my mind." }))).json()).toMatchObject({
    code: "conflict.version",
  });
  expect((await publish()).json()).toMatchObject({ outcome: "unchanged", version: "1.0.0" });
  expect((await registry.as("player").http("GET", "/api/v1/masques/homelab/versions/1/source")).text).toBe(
    masqueFile(),
  );
  const { git } = stockGit(registry.runtime.repository.dir);
  expect(git(["tag", "--list"])).toBe("homelab@v1.0.0");
});

test("what cannot be finished yet keeps nobody from starting, and a start finishes what it can", async () => {
  const { registry } = await openStuck();
  const { home } = registry.runtime.config;
  await registry.close();
  const second = await openTestRegistry({ home });
  expect(second.logged).toContain("error a publication cannot be finished yet");
  expect(second.runtime.shelf.size).toBe(0);
  await second.close();
  rmSync(lockOf(registry));
  const third = await openTestRegistry({ home });
  expect(third.logged).toContain("info finished a publication that was cut short");
  expect(third.runtime.shelf.size).toBe(1);
});

test("a tag of somebody else's in the place of a decided version: the decided bytes are served, with the alarm", async () => {
  const registry = await openTestRegistry({ masques: { other: {} } });
  const { git } = stockGit(registry.runtime.repository.dir);
  git(["tag", "-a", "-m", "first", "homelab@v1.0.0", "other@v1.0.0^{}"]);
  await registry.as("player").invoke("masque.publish", { name: "homelab", source: masqueFile() });
  const pin = await registry.as("player").http("GET", "/api/v1/resolve/homelab@1");
  expect([pin.status, pin.headers["masque-state"]]).toEqual([200, "published, tampered"]);
  const locked = await registry.runtime.store.reader.tagLock.findFirstOrThrow({
    where: { tag: "homelab@v1.0.0" },
  });
  expect(git(["cat-file", "-t", locked.commitOid])).toBe("commit");
});

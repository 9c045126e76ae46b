import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, type TestRegistry } from "#server/test-registry";
import { REGISTRY, REPOSITORY } from "../actor";
import { stockGit } from "../git/repository.fixture";
import { parseName } from "../masque/name";
import { parseVersion } from "../masque/version";
import { invoke } from "../operation";
import { guardTag } from "./guard";
import { publishMasque } from "./publish";

const TAG = "homelab@v1.0.0";

async function open(): Promise<TestRegistry> {
  return openTestRegistry({ masques: { homelab: { versions: ["1.0.0", "1.1.0"] }, other: {} } });
}

/** Every way in which somebody at the repository's own folder can move or remove a tag. */
const tamper: Record<string, (dir: string) => void> = {
  "git tag -f": (dir) => void stockGit(dir).git(["tag", "-f", "-a", "-m", "moved", TAG, "homelab@v1.1.0^{}"]),
  "git tag -d": (dir) => void stockGit(dir).git(["tag", "-d", TAG]),
  "an edit of the ref's file": (dir) =>
    writeFileSync(join(dir, "refs/tags", TAG), `${stockGit(dir).git(["rev-parse", "other@v1.0.0"])}\n`),
  "git pack-refs and an edit of packed-refs": (dir) => {
    const { git } = stockGit(dir);
    git(["pack-refs", "--all"]);
    writeFileSync(
      join(dir, "packed-refs"),
      git(["show-ref"])
        .replace(/^.*homelab@v1\.0\.0\n/m, "")
        .concat("\n"),
    );
  },
};

test.each(Object.keys(tamper))(
  "a tag that %s changes is noticed; its locked bytes keep being served",
  async (how) => {
    const registry = await open();
    const { dir } = registry.runtime.repository;
    const player = registry.as("player");
    const get = (path: string) => player.http("GET", `/api/v1/masques/homelab/versions/1${path}`);
    const [body, source] = [await get(""), await get("/source")];
    expect(body.headers["masque-state"]).toBe("published");

    tamper[how]?.(dir);
    await registry.tags.sweep();
    expect((await get("/status")).json()).toMatchObject({ state: "published", tampered: true });
    expect((await get("")).text).toBe(body.text);
    expect((await get("/source")).text).toBe(source.text);
    expect((await get("")).headers["masque-state"]).toBe("published, tampered");
    expect((await player.http("GET", "/api/v1/resolve/homelab@1.0.0")).text).toBe(body.text);
    expect((await registry.as("admin").invoke("repository.problems", {})).tampered).toEqual([
      { name: "homelab", version: "1.0.0", tag: TAG },
    ]);
    expect((await player.invoke("masque.status", { name: "homelab", version: "1.1.0" })).tampered).toBe(
      false,
    );
    expect(registry.logged).toContainEqual(
      expect.stringContaining("error a published tag was moved or deleted"),
    );
  },
);

test("an alarm outlives a restart, is raised for what was moved meanwhile, and ends when the tag is back", async () => {
  const registry = await open();
  const { git } = stockGit(registry.runtime.repository.dir);
  const home = registry.runtime.config.home;
  const locked = git(["rev-parse", TAG]);
  git(["update-ref", "-d", `refs/tags/${TAG}`]);
  await registry.tags.poll();
  await registry.close();
  git(["update-ref", "refs/tags/other@v1.0.0", locked]);

  const second = await openTestRegistry({ home });
  const tampered = async ({ runtime }: TestRegistry) =>
    (await runtime.store.reader.version.findMany({ where: { tampered: true } })).map(({ tag }) => tag).sort();
  const onShelf = ({ runtime }: TestRegistry) =>
    runtime.shelf.findVersion("admin", parseName("homelab"), parseVersion("1"))?.tampered;
  expect([await tampered(second), onShelf(second)]).toEqual([[TAG, "other@v1.0.0"], true]);

  git(["update-ref", `refs/tags/${TAG}`, locked]);
  await second.tags.poll();
  expect([await tampered(second), onShelf(second)]).toEqual([["other@v1.0.0"], false]);
  await second.close();
  const third = await openTestRegistry({ home });
  expect([await tampered(third), onShelf(third)]).toEqual([["other@v1.0.0"], false]);
});

test("what a moved tag has let go of stays in the repository, through any garbage collection", async () => {
  const registry = await open();
  const { git } = stockGit(registry.runtime.repository.dir);
  const at = registry.runtime.shelf.findVersion("admin", parseName("homelab"), parseVersion("1"))?.git;
  git(["tag", "-d", TAG]);
  git(["tag", "-d", "homelab@v1.1.0"]);
  await registry.tags.poll();
  git(["gc", "--quiet", "--prune=now"]);
  for (const oid of [at?.tagOid, at?.commit, at?.blob]) expect(git(["cat-file", "-e", String(oid)])).toBe("");
});

test("ranges and latest pass over a version that was tampered with; its pin keeps its bytes", async () => {
  const registry = await open();
  stockGit(registry.runtime.repository.dir).git(["tag", "-d", "homelab@v1.1.0"]);
  await registry.tags.poll();
  const resolve = (at: string) => registry.as("player").http("GET", `/api/v1/resolve/homelab@${at}`);
  expect((await resolve("latest")).json()).toMatchObject({ version: "1.0.0" });
  expect((await resolve("^1")).json()).toMatchObject({ version: "1.0.0" });
  expect((await resolve("1.1")).json()).toMatchObject({ version: "1.1.0" });
});

test("a tag that is moved after it was made and before its version is served is noticed all the same", async () => {
  const registry = await open();
  const { git } = stockGit(registry.runtime.repository.dir);
  const foreign = git(["rev-parse", "other@v1.0.0"]);
  const gate = { reached: () => {}, open: () => {} };
  const reached = new Promise<void>((resolve) => Object.assign(gate, { reached: resolve }));
  const opened = new Promise<void>((resolve) => Object.assign(gate, { open: resolve }));
  // The first transaction decides; the second, when the tag stands, says so.
  let transactions = 0;
  const { store } = registry.runtime;
  const transact: typeof store.transact = async (work) => {
    if (++transactions === 2) {
      gate.reached();
      await opened;
    }
    return store.transact(work);
  };
  const slow = { ...registry.runtime, store: { ...store, transact } };
  const source = masqueFile({ version: "2" });
  const publishing = invoke(slow, publishMasque, REGISTRY, { name: "homelab", source });
  await reached;
  git(["update-ref", "refs/tags/homelab@v2.0.0", foreign]);
  const looking = registry.tags.poll();
  for (let turn = 0; turn < 100; turn++) await setImmediate();
  gate.open();
  await Promise.all([publishing, looking]);

  await registry.tags.poll();
  const status = await registry.as("player").invoke("masque.status", { name: "homelab", version: "2" });
  expect(status.tampered).toBe(true);
  expect(await store.reader.quarantine.count()).toBe(0);
});

test("looking again at what is known writes nothing on the record", async () => {
  const registry = await open();
  await registry.tags.poll();
  await registry.tags.sweep();
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  await reopened.tags.sweep();
  const trail = await reopened.runtime.store.reader.auditEntry.findMany();
  expect(trail.map(({ operation }) => operation)).toEqual(Array(3).fill("masque.publish"));
});

test("a guard for a tag that is locked to nothing says so", async () => {
  const registry = await open();
  for (const tag of ["homelab@v9.0.0", "no version's tag"])
    await expect(invoke(registry.runtime, guardTag, REPOSITORY, { tag })).rejects.toMatchObject({
      code: "not_found",
    });
});

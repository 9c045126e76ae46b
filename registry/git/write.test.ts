import { execFile } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "rolldown";
import { expect, test } from "vitest";
import { parseName } from "../masque/name";
import { parseVersion } from "../masque/version";
import { toldDisk } from "./disk.fixture";
import { INCOMING, objectPathOf } from "./layout";
import { openRepository } from "./open";
import { packRefs } from "./pack";
import { planPublication } from "./plan";
import { readVersion } from "./read-version";
import { createRef } from "./ref";
import { openFixture, planOf, stockGit, temporaryFolder } from "./repository.fixture";
import { writePublication } from "./write";

test("a process killed before any of its changes to the disk, from making the repository to the tag, leaves no version or the whole one, and can be finished", async () => {
  const folder = temporaryFolder();
  const program = join(folder, "crash.mjs");
  await build({
    input: join(import.meta.dirname, "crash.fixture.ts"),
    platform: "node",
    output: { file: program, format: "esm" },
    logLevel: "silent",
  });
  const input = {
    name: parseName("engineer:backend"),
    version: parseVersion("1"),
    source: "version: 1\n",
    author: { name: "Ada", email: "m_1@masque.invalid", at: "2026-01-02T03:04:05Z" },
    message: "Publish",
    trailers: { "Masque-Index": "7" },
  };
  const plan = planPublication({
    ...input,
    bytes: Buffer.from(input.source),
    author: { ...input.author, at: new Date(input.author.at) },
  });
  const publish = (dir: string, last: number) =>
    promisify(execFile)(process.execPath, [program, dir, JSON.stringify(input), String(last)]).then(
      ({ stdout }) => stdout,
      (error: { signal: string; stderr: string }) => error.signal ?? error.stderr,
    );

  const untouched = await publish(join(folder, "whole.git"), Number.POSITIVE_INFINITY);
  const changes = Number(/published in (\d+) changes/.exec(untouched)?.[1]);
  expect(changes).toBeGreaterThan(50);

  const wholeAfterKill: boolean[] = [];
  const killAt = async (change: number) => {
    const dir = join(folder, `${change}.git`);
    expect(await publish(dir, change)).toBe("SIGKILL");
    const { git } = stockGit(dir);
    const opened = existsSync(join(dir, "HEAD"));
    const tags = !opened ? "" : git(["for-each-ref", "--format=%(refname) %(objectname)"]);
    expect(["", `refs/tags/engineer/backend@v1.0.0 ${plan.tagOid}`]).toContain(tags);
    wholeAfterKill[change] = tags !== "";
    if (opened) expect(git(["fsck", "--strict", "--full", "--no-dangling"])).toBe("");
    if (tags)
      expect(git(["cat-file", "blob", `${plan.tagOid}:personas/engineer/backend.masque.yaml`])).toBe(
        "version: 1",
      );

    const repository = await openRepository(dir);
    expect((await writePublication(repository, plan)).state).toBe(tags ? "present" : "created");
    expect(
      (await readVersion(repository, { tag: plan.tag, oid: plan.tagOid })).version?.bytes.toString(),
    ).toBe(input.source);
    expect(git(["fsck", "--strict", "--full"])).toBe("");
    expect(readdirSync(join(dir, INCOMING))).toEqual([]);
    expect(readdirSync(join(dir, "refs/tags/engineer"))).toEqual(["backend@v1.0.0"]);
  };
  for (let change = 1; change <= changes; change += 2)
    await Promise.all([change, change + 1].filter((each) => each <= changes).map(killAt));
  expect(wholeAfterKill).toContain(true);
  expect(wholeAfterKill).toContain(false);
}, 120_000);

test("nothing gets its name before its content is on the disk, and the tag comes after all objects", async () => {
  const log: string[] = [];
  const disk = toldDisk(async (operation, path) => void log.push(`${operation} ${path}`));
  const { repository } = await openFixture({ disk });
  const plan = planOf("homelab", "1");
  log.length = 0;
  await writePublication(repository, plan);

  const lock = log.indexOf(`link ${join(repository.dir, "refs/tags/homelab@v1.0.0.lock")}`);
  const tag = log.indexOf(`rename ${join(repository.dir, "refs/tags/homelab@v1.0.0")}`);
  expect(lock).toBeGreaterThan(0);
  expect(tag).toBeGreaterThan(lock);
  expect(log.slice(tag + 1)).toEqual([`sync ${join(repository.dir, "refs/tags")}`]);
  for (const { oid } of plan.objects) {
    const path = join(repository.dir, objectPathOf(oid));
    const temporary = join(repository.dir, INCOMING, oid.slice(2));
    const synced = log.findIndex((line) => line.startsWith(`sync ${temporary}`));
    const named = log.indexOf(`rename ${path}`);
    const folderSynced = log.indexOf(`sync ${join(path, "..")}`, named);
    expect(synced).toBeGreaterThanOrEqual(0);
    expect(named).toBeGreaterThan(synced);
    expect(folderSynced).toBeGreaterThan(named);
    expect(lock).toBeGreaterThan(folderSynced);
  }
});

test("of many publishers racing for one version, exactly one wins, whether they are ours or git's", async () => {
  const { repository, git } = await openFixture();
  const plans = Array.from({ length: 8 }, (_, index) => planOf("homelab", "1", { source: `# ${index}` }));
  for (const plan of plans) await writePublication(repository, { ...plan, tag: `elsewhere-${plan.blob}` });
  const byGit = (oid: string) =>
    promisify(execFile)("git", [
      `--git-dir=${repository.dir}`,
      "update-ref",
      "refs/tags/homelab@v1.0.0",
      oid,
      "0".repeat(40),
    ]).then(
      () => "created",
      () => "taken",
    );
  const states = await Promise.all(
    plans.map(async (plan, index) =>
      index % 2 ? byGit(plan.tagOid) : (await writePublication(repository, plan)).state,
    ),
  );
  expect(states.filter((state) => state === "created")).toHaveLength(1);
  const winner = plans[states.indexOf("created")];
  expect(git(["rev-parse", "homelab@v1.0.0"])).toBe(winner?.tagOid);
});

test("a tag that points elsewhere stays, loose or packed, and the answer says where it points", async () => {
  const { repository, git } = await openFixture();
  const [first, second] = [planOf("homelab", "1"), planOf("homelab", "1", { source: "other" })];
  expect(await writePublication(repository, first)).toEqual({ state: "created" });
  expect(await writePublication(repository, second)).toEqual({ state: "taken", oid: first.tagOid });
  git(["pack-refs", "--all"]);
  expect(await writePublication(repository, second)).toEqual({ state: "taken", oid: first.tagOid });
  expect(await writePublication(repository, first)).toEqual({ state: "present" });
  expect(git(["rev-parse", "homelab@v1.0.0"])).toBe(first.tagOid);
  expect(existsSync(join(repository.dir, "refs/tags/homelab@v1.0.0"))).toBe(false);
});

test.each([false, true])(
  "a tag that Git cannot hold beside another is blocked by name (packed: %s)",
  async (packed) => {
    const { repository, git, commit } = await openFixture();
    const oid = commit({ a: "b" });
    git(["update-ref", "refs/tags/engineer", oid]);
    git(["update-ref", "refs/tags/homelab@v1.0.0/deep", oid]);
    if (packed) git(["pack-refs", "--all"]);
    expect(await createRef(repository, "refs/tags/engineer/backend@v1.0.0", oid)).toEqual({
      state: "blocked",
      by: "refs/tags/engineer",
    });
    expect(await createRef(repository, "refs/tags/homelab@v1.0.0", oid)).toEqual({
      state: "blocked",
      by: "refs/tags/homelab@v1.0.0/",
    });
    git(["update-ref", "-d", "refs/tags/engineer"]);
    expect(await createRef(repository, "refs/tags/engineer/backend@v1.0.0", oid)).toEqual({
      state: "created",
    });
  },
);

test("a lock that somebody else holds is respected, and named", async () => {
  const { repository } = await openFixture();
  const plan = planOf("homelab", "1");
  const lock = join(repository.dir, "refs/tags/homelab@v1.0.0.lock");
  writeFileSync(lock, "");
  expect(await writePublication(repository, plan)).toEqual({ state: "locked", lock });
  expect(readFileSync(lock, "utf8")).toBe("");
});

test("the lock that our own killed attempt left behind is taken over", async () => {
  const { repository, git } = await openFixture();
  const plan = planOf("homelab", "1");
  writeFileSync(join(repository.dir, "refs/tags/homelab@v1.0.0.lock"), `${plan.tagOid}\n`);
  expect(await writePublication(repository, plan)).toEqual({ state: "created" });
  expect(git(["rev-parse", "homelab@v1.0.0"])).toBe(plan.tagOid);
});

test.each([false, true])(
  "a push that is through just before we hold the lock wins (packed: %s)",
  async (packed) => {
    let pushed = "";
    const disk = toldDisk(async (operation, path) => {
      if (operation !== "link" || pushed || !path.endsWith(".lock")) return;
      pushed = commit({ a: "b" });
      git(["update-ref", "refs/tags/homelab@v1.0.0", pushed]);
      if (packed) git(["pack-refs", "--all"]);
    });
    const { repository, git, commit } = await openFixture({ disk });
    expect(await writePublication(repository, planOf("homelab", "1"))).toEqual({
      state: "taken",
      oid: pushed,
    });
    expect(git(["rev-parse", "homelab@v1.0.0"])).toBe(pushed);
    expect(existsSync(join(repository.dir, "refs/tags/homelab@v1.0.0.lock"))).toBe(false);
  },
);

test("a damaged object that stands where a publication's belongs is replaced", async () => {
  const { repository, git } = await openFixture();
  const plan = planOf("homelab", "1");
  await writePublication(repository, plan);
  const path = join(repository.dir, objectPathOf(plan.blob));
  chmodSync(path, 0o644);
  writeFileSync(path, readFileSync(path).subarray(0, 9));
  expect(() => git(["cat-file", "blob", plan.blob])).toThrow();
  expect(await writePublication(repository, plan)).toEqual({ state: "present" });
  expect(git(["cat-file", "blob", plan.blob])).toContain("version: 1");
});

test("publishing goes on while refs are being packed, and no tag is lost", async () => {
  const { repository, git } = await openFixture();
  const plans = Array.from({ length: 40 }, (_, index) => planOf(`masque-${index}`, "1"));
  const packing = (async () => {
    for (let round = 0; round < 6; round++) await packRefs(repository);
  })();
  for (const plan of plans) expect(await writePublication(repository, plan)).toEqual({ state: "created" });
  await packing;
  await packRefs(repository);
  const lines = git(["for-each-ref", "--format=%(objectname)"]).split("\n");
  expect(lines.sort()).toEqual(plans.map(({ tagOid }) => tagOid).sort());
  expect(readdirSync(join(repository.dir, "refs/tags"))).toEqual([]);
});

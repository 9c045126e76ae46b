import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { listTags } from "./list";
import { packRefs } from "./pack";
import type { Repository } from "./repository";
import { openFixture, planOf } from "./repository.fixture";
import { tagScanner } from "./scan";
import { type TagChanges, watchTags } from "./watch";
import { writePublication } from "./write";

/** A clock far ahead, for which every change on the disk is long past, so that looks rely on times alone. */
function letTimePass(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
}

function watched(repository: Repository, known: ReadonlyMap<string, string> = new Map()) {
  const heard: TagChanges[] = [];
  const watch = watchTags(repository, {
    known,
    onChange: (changes) => void heard.push(changes),
    onError: (error) => expect(error).toBeUndefined(),
  });
  onTestFinished(() => watch.stop());
  return {
    watch,
    /** What was reported since the last call. */
    async hear(): Promise<TagChanges[]> {
      await watch.poll();
      return heard.splice(0);
    },
  };
}

test("tags that come, move and go by other ways are each reported once", async () => {
  const { repository, git, commit } = await openFixture();
  const { hear } = watched(repository);
  const [one, two] = [commit({ a: "1" }), commit({ a: "2" })];
  expect(await hear()).toEqual([]);

  git(["update-ref", "refs/tags/engineer/backend@v1.0.0", one]);
  git(["update-ref", "refs/tags/foo", one]);
  const [arrived] = await hear();
  expect([...(arrived?.added ?? [])].sort((a, b) => (a.tag < b.tag ? -1 : 1))).toEqual([
    { tag: "engineer/backend@v1.0.0", oid: one },
    { tag: "foo", oid: one },
  ]);
  expect(await hear()).toEqual([]);

  git(["update-ref", "refs/tags/engineer/backend@v1.0.0", two]);
  const moved = [{ tag: "engineer/backend@v1.0.0", from: one, to: two }];
  expect(await hear()).toEqual([{ added: [], moved, removed: [] }]);

  git(["tag", "-d", "foo"]);
  expect(await hear()).toEqual([{ added: [], moved: [], removed: [{ tag: "foo", oid: one }] }]);
  expect(await hear()).toEqual([]);
});

test("packing refs, with deletions and moves after it, changes what it changes and no more", async () => {
  const { repository, git, commit } = await openFixture();
  const { hear } = watched(repository);
  const [one, two] = [commit({ a: "1" }), commit({ a: "2" })];
  for (const tag of ["a", "b", "c/d"]) git(["update-ref", `refs/tags/${tag}`, one]);
  await hear();
  await packRefs(repository);
  expect(await hear()).toEqual([]);
  git(["update-ref", "-d", "refs/tags/a"]);
  git(["update-ref", "refs/tags/b", two]);
  expect(await hear()).toEqual([
    { added: [], moved: [{ tag: "b", from: one, to: two }], removed: [{ tag: "a", oid: one }] },
  ]);
  git(["update-ref", "-d", "refs/tags/b"]);
  expect(await hear()).toEqual([{ added: [], moved: [], removed: [{ tag: "b", oid: two }] }]);
});

test("a tag's file edited in place is noticed, though its folder's time stays and its own is set back", async () => {
  const { repository, git, commit } = await openFixture();
  const { hear } = watched(repository);
  const [one, two] = [commit({ a: "1" }), commit({ a: "2" })];
  git(["update-ref", "refs/tags/homelab@v1.0.0", one]);
  const path = join(repository.dir, "refs/tags/homelab@v1.0.0");
  const { mtime } = statSync(path);
  letTimePass();
  await hear();
  git(["fsck"]);
  writeFileSync(path, `${two}\n`);
  utimesSync(path, mtime, mtime);
  expect(await hear()).toEqual([
    { added: [], moved: [{ tag: "homelab@v1.0.0", from: one, to: two }], removed: [] },
  ]);
});

test("edits right after a look, within one step of the file system's clock, are noticed", async () => {
  const { repository, commit } = await openFixture();
  const oids = [commit({ a: "1" }), commit({ a: "2" })];
  const path = join(repository.dir, "refs/tags/homelab@v1.0.0");
  const scan = tagScanner(repository);
  for (let round = 0; round < 100; round++) {
    const oid = oids[round % 2];
    writeFileSync(path, `${oid}\n`);
    expect((await scan()).get("homelab@v1.0.0")).toBe(oid);
  }
});

test("what was known before the watch began is compared with what there is", async () => {
  const { repository, git, commit } = await openFixture();
  const [one, two] = [commit({ a: "1" }), commit({ a: "2" })];
  git(["update-ref", "refs/tags/moved", two]);
  git(["update-ref", "refs/tags/same", one]);
  const { hear } = watched(
    repository,
    new Map([
      ["moved", one],
      ["same", one],
      ["gone", one],
    ]),
  );
  expect(await hear()).toEqual([
    { added: [], moved: [{ tag: "moved", from: one, to: two }], removed: [{ tag: "gone", oid: one }] },
  ]);
});

test("changes that could not be taken in are reported again", async () => {
  const { repository } = await openFixture();
  const heard: number[] = [];
  const errors: unknown[] = [];
  const watch = watchTags(repository, {
    known: new Map(),
    onChange({ added }) {
      heard.push(added.length);
      if (heard.length === 1) throw new Error("database is away");
    },
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => watch.stop());
  await writePublication(repository, planOf("homelab", "1"));
  await expect(watch.poll()).rejects.toThrow("database is away");
  await watch.poll();
  await watch.poll();
  expect(heard).toEqual([1, 1]);
});

test("by itself the watch looks again and again, and after stop no more", async () => {
  const { repository } = await openFixture();
  const heard: string[] = [];
  const watch = watchTags(repository, {
    known: new Map(),
    onChange: ({ added }) => void heard.push(...added.map(({ tag }) => tag)),
    onError: (error) => expect(error).toBeUndefined(),
  });
  await writePublication(repository, planOf("homelab", "1"));
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["homelab@v1.0.0"]);
  await writePublication(repository, planOf("homelab", "2"));
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["homelab@v1.0.0", "homelab@v2.0.0"]);
  await watch.stop();
  await writePublication(repository, planOf("homelab", "3"));
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(heard).toHaveLength(2);
}, 30_000);

test.each([false, true])(
  "a half-written tag is what it was for one look, and then none (packed: %s)",
  async (packed) => {
    const { repository, git, commit } = await openFixture();
    const one = commit({ a: "1" });
    const path = join(repository.dir, "refs/tags/homelab@v1.0.0");
    git(["update-ref", "refs/tags/homelab@v1.0.0", one]);
    const scan = tagScanner(repository);
    expect([...(await scan())]).toEqual([["homelab@v1.0.0", one]]);
    if (packed) await packRefs(repository);
    await scan();

    writeFileSync(path, one.slice(0, 20));
    expect((await scan()).get("homelab@v1.0.0")).toBe(one);
    writeFileSync(path, `${one}\n`);
    expect((await scan()).get("homelab@v1.0.0")).toBe(one);

    writeFileSync(path, "");
    expect((await scan()).get("homelab@v1.0.0")).toBe(one);
    expect((await scan()).has("homelab@v1.0.0")).toBe(false);
    expect((await scan()).has("homelab@v1.0.0")).toBe(false);
    expect((await scan(true)).has("homelab@v1.0.0")).toBe(false);
    rmSync(path);
    expect((await scan()).get("homelab@v1.0.0")).toBe(packed ? one : undefined);
  },
);

test("with thousands of loose tags new and moved ones are still noticed, and edits in place by a sweep", async () => {
  const { repository, git, commit } = await openFixture();
  const [one, two] = [commit({ a: "1" }), commit({ a: "2" })];
  const folder = join(repository.dir, "refs/tags");
  for (let index = 0; index < 2100; index++) writeFileSync(join(folder, `t${index}`), `${one}\n`);
  const { watch, hear } = watched(repository);
  letTimePass();
  git(["fsck"]);
  expect((await hear()).map(({ added }) => added.length)).toEqual([2100]);
  git(["update-ref", "refs/tags/t7", two]);
  git(["update-ref", "refs/tags/new", two]);
  expect(await hear()).toEqual([
    { added: [{ tag: "new", oid: two }], moved: [{ tag: "t7", from: one, to: two }], removed: [] },
  ]);
  writeFileSync(join(folder, "t9"), `${two}\n`);
  expect(await hear()).toEqual([]);
  await watch.sweep();
  expect(await hear()).toEqual([{ added: [], moved: [{ tag: "t9", from: one, to: two }], removed: [] }]);
});

test("a listing has every tag as git has it, and neither locks nor symbolic refs", async () => {
  const { repository, git, commit } = await openFixture();
  const one = commit({ a: "1" });
  for (const tag of ["a", "b/c", "b/d/e@v1.0.0"]) git(["update-ref", `refs/tags/${tag}`, one]);
  git(["pack-refs", "--all"]);
  await writePublication(repository, planOf("engineer:backend", "1"));
  writeFileSync(join(repository.dir, "refs/tags/f.lock"), `${one}\n`);
  const lines = git(["for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/tags"]).split("\n");
  git(["symbolic-ref", "refs/tags/symbolic", "refs/tags/a"]);
  expect([...(await listTags(repository))].map((entry) => entry.join(" ")).sort()).toEqual(lines.sort());
  expect(readFileSync(join(repository.dir, "packed-refs"), "utf8")).toContain("refs/tags/a");
});

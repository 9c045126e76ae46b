import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseName } from "../masque/name";
import { parseVersion } from "../masque/version";
import { keepLocked } from "./keep";
import { objectPathOf } from "./layout";
import { listTags } from "./list";
import { openFixture, planOf } from "./repository.fixture";
import { writePublication } from "./write";

const version = { name: parseName("homelab"), version: parseVersion("1") };
const source = "version: 1\n";
const plan = planOf("homelab", "1", { source });
const locked = { ...version, tagOid: plan.tagOid, commit: plan.commit, bytes: Buffer.from(source) };

test("a locked version whose tag was moved survives garbage collection, out of the tags' sight", async () => {
  const { repository, git, commit } = await openFixture();
  await writePublication(repository, plan);
  git(["update-ref", "refs/tags/homelab@v1.0.0", commit({ a: "b" })]);
  expect(await keepLocked(repository, locked)).toEqual({ lost: [] });
  expect(await keepLocked(repository, locked)).toEqual({ lost: [] });
  git(["gc", "--prune=now", "--quiet"]);
  expect(git(["cat-file", "blob", `${plan.tagOid}:personas/homelab.masque.yaml`])).toBe("version: 1");
  expect([...(await listTags(repository)).keys()]).toEqual(["homelab@v1.0.0"]);
  expect(git(["ls-remote", repository.dir])).not.toContain(plan.tagOid);
});

test("of a version that was collected before anyone noticed, its file is written again and the rest named lost", async () => {
  const { repository, git } = await openFixture();
  await writePublication(repository, plan);
  git(["tag", "-d", "homelab@v1.0.0"]);
  git(["gc", "--prune=now", "--quiet"]);
  expect(await keepLocked(repository, locked)).toEqual({ lost: [plan.tagOid, plan.commit] });
  git(["gc", "--prune=now", "--quiet"]);
  expect(git(["cat-file", "blob", plan.blob])).toBe("version: 1");
  expect(git(["fsck", "--strict"])).toBe("");
});

test("objects that are at hand are written again, and then nothing is lost", async () => {
  const { repository, git } = await openFixture();
  expect(await keepLocked(repository, { ...locked, objects: plan.objects })).toEqual({ lost: [] });
  git(["gc", "--prune=now", "--quiet"]);
  expect(git(["cat-file", "-t", plan.tagOid])).toBe("tag");
  expect(git(["fsck", "--strict"])).toBe("");
});

test("garbage collection takes nothing that a removed tag has let go of, unless it is told to", async () => {
  const { repository, git } = await openFixture();
  await writePublication(repository, plan);
  git(["tag", "-d", "homelab@v1.0.0"]);
  const long = new Date("2020-01-01");
  for (const { oid } of plan.objects) utimesSync(join(repository.dir, objectPathOf(oid)), long, long);
  git(["gc", "--quiet"]);
  expect(await keepLocked(repository, locked)).toEqual({ lost: [] });
});

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Refusal } from "../errors";
import { toldDisk } from "./disk.fixture";
import { INCOMING, objectPathOf } from "./layout";
import { openRepository } from "./open";
import { readVersion } from "./read-version";
import { openFixture, planOf, stockGit, temporaryFolder } from "./repository.fixture";
import { writePublication } from "./write";

test("where there is nothing, a bare repository is made that git takes for its own", async () => {
  const { repository, git } = await openFixture();
  expect(git(["rev-parse", "--is-bare-repository"])).toBe("true");
  expect(git(["symbolic-ref", "HEAD"])).toBe("refs/heads/main");
  expect(git(["fsck", "--strict"])).toContain("");
  expect(git(["config", "transfer.hideRefs"])).toBe("refs/masque");
  expect(repository.git).toBeDefined();
});

test("a repository that git made, packed or missing empty folders, opens as it is", async () => {
  const dir = join(temporaryFolder(), "made.git");
  const { git } = stockGit(dir);
  git(["init", "--bare", "--quiet", dir]);
  rmSync(join(dir, "refs/heads"), { recursive: true });
  const plan = planOf("homelab", "1");
  await writePublication(await openRepository(dir), plan);
  git(["gc", "--quiet"]);
  const repository = await openRepository(dir);
  expect((await readVersion(repository, { tag: plan.tag, oid: plan.tagOid })).problem).toBeUndefined();
  expect(await writePublication(repository, plan)).toEqual({ state: "present" });
});

test("a folder with something else in it is refused and left alone", async () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "thesis.txt"), "do not touch");
  const error = await openRepository(dir).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).message).toContain("thesis.txt");
  expect(readdirSync(dir)).toEqual(["thesis.txt"]);
});

test("a repository with other object ids than SHA-1 is refused", async () => {
  const dir = join(temporaryFolder(), "sha256.git");
  stockGit(dir).git(["init", "--bare", "--quiet", "--object-format=sha256", dir]);
  await expect(openRepository(dir)).rejects.toThrow("objectformat = sha256");
});

test("what a killed write left behind is cleared away at the next start", async () => {
  const { repository } = await openFixture();
  writeFileSync(join(repository.dir, INCOMING, "half"), "half");
  await openRepository(repository.dir);
  expect(readdirSync(join(repository.dir, INCOMING))).toEqual([]);
});

test("a disk that fills up in the middle leaves no half file, and with room again the publication is finished", async () => {
  let full = false;
  const disk = toldDisk(async (operation) => {
    if (full && operation === "sync")
      throw Object.assign(new Error("no space left"), { code: "ENOSPC", syscall: "fsync" });
  });
  const { repository, git } = await openFixture({ disk });
  const plan = planOf("homelab", "1");
  full = true;
  await expect(writePublication(repository, plan)).rejects.toThrow("no space left");
  expect(git(["for-each-ref"])).toBe("");
  full = false;
  expect(await writePublication(repository, plan)).toEqual({ state: "created" });
  expect(git(["fsck", "--strict"])).toBe("");
  expect(readdirSync(join(repository.dir, INCOMING))).toEqual([]);
});

test("that the disk fails is never mistaken for a damaged object", async () => {
  const { repository } = await openFixture();
  const plan = planOf("homelab", "1");
  await writePublication(repository, plan);
  const path = join(repository.dir, objectPathOf(plan.blob));
  const failing = {
    ...repository,
    fs: {
      ...repository.fs,
      readFile: (async (file: string) => {
        if (file === path)
          throw Object.assign(new Error("input/output error"), { code: "EIO", syscall: "read" });
        return repository.fs.readFile(file);
      }) as typeof repository.fs.readFile,
    },
  };
  await expect(readVersion(failing, { tag: plan.tag, oid: plan.tagOid })).rejects.toThrow(
    "input/output error",
  );
});

test("git's own settings, hooks and environment of the machine do not reach in", async () => {
  const { repository } = await openFixture();
  const hooks = join(repository.dir, "hooks");
  mkdirSync(hooks, { recursive: true });
  writeFileSync(join(hooks, "reference-transaction"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  await writePublication(repository, planOf("homelab", "1"));
  await repository.git?.run(["pack-refs", "--all"]);
  expect((await repository.packedRefs()).oids.has("refs/tags/homelab@v1.0.0")).toBe(true);
});

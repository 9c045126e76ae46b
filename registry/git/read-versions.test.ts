import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { objectPathOf } from "./layout";
import { listTags } from "./list";
import { openRepository } from "./open";
import { packRefs } from "./pack";
import type { PublicationPlan } from "./plan";
import { readBlobs } from "./read-blobs";
import { readVersion } from "./read-version";
import { readVersions } from "./read-versions";
import type { Repository } from "./repository";
import { type Fixture, openFixture, planOf } from "./repository.fixture";
import type { TagRef, VersionReading } from "./version";
import { writePublication } from "./write";

const HOMELAB = "personas/homelab.masque.yaml";

async function all<T>(generator: AsyncGenerator<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of generator) items.push(item);
  return items;
}

async function refsOf(repository: Repository): Promise<TagRef[]> {
  return [...(await listTags(repository))].map(([tag, oid]) => ({ tag, oid }));
}

/** The same repository, seen by a process that finds no git. */
function withoutGit({ dir }: Repository): Promise<Repository> {
  return openRepository(dir, { searchPath: "/nonexistent" });
}

/** Tag → what a reading says: the file's bytes or the problem's code. All ways of reading must agree in full. */
async function readEveryWay(repository: Repository): Promise<Record<string, string>> {
  const refs = await refsOf(repository);
  const bare = await withoutGit(repository);
  expect([repository.git !== undefined, bare.git]).toEqual([true, undefined]);
  const inBulk = await all(readVersions(repository, refs));
  expect(await all(readVersions(bare, refs))).toEqual(inBulk);
  expect(await Promise.all(refs.map((ref) => readVersion(repository, ref)))).toEqual(inBulk);
  return Object.fromEntries(inBulk.map((reading) => [reading.tag, said(reading)]));
}

function said(reading: VersionReading): string {
  return reading.problem ? reading.problem.code : reading.version.bytes.toString();
}

function damage(repository: Repository, oid: string, content: Buffer): void {
  const path = join(repository.dir, objectPathOf(oid));
  chmodSync(path, 0o644);
  writeFileSync(path, content);
}

function tagByHand({ git }: Fixture, tag: string, target: string, message = "by hand"): void {
  git(["tag", "-a", "-m", message, tag, target]);
}

async function publish({ repository }: Fixture, plan: PublicationPlan): Promise<PublicationPlan> {
  expect(await writePublication(repository, plan)).toEqual({ state: "created" });
  return plan;
}

test("a version comes back as it was published", async () => {
  const fixture = await openFixture();
  const first = await publish(fixture, planOf("engineer:backend", "1"));
  const plan = await publish(
    fixture,
    planOf("engineer:backend", "1.1", { source: "\u{feff}ü\r\n\0", parent: first.commit }),
  );
  expect(await readVersion(fixture.repository, { tag: plan.tag, oid: plan.tagOid })).toEqual({
    tag: "engineer/backend@v1.1.0",
    tagOid: plan.tagOid,
    version: {
      name: "engineer:backend",
      version: "1.1.0",
      tag: "engineer/backend@v1.1.0",
      tagOid: plan.tagOid,
      commit: plan.commit,
      blob: plan.blob,
      bytes: Buffer.from("\u{feff}ü\r\n\0"),
      tagger: { name: "Ada", email: "m_1@masque.invalid", at: new Date("2026-01-02T03:04:05Z") },
      message: {
        text: "Publish engineer:backend 1.1",
        trailers: { "Masque-Index": "7", "Masque-Digest": "sha256-x" },
      },
    },
  });
});

test("S57: tags pushed by hand are versions or have a named problem, the same by every way of reading", async () => {
  const fixture = await openFixture();
  const { repository, git, commit } = fixture;
  await publish(fixture, planOf("homelab", "1", { source: "published" }));
  tagByHand(fixture, "homelab@v2.0.0", commit({ [HOMELAB]: "pushed" }));
  tagByHand(fixture, "homelab@v2.1.0", commit({ "homelab.masque.yaml": "x" }));
  tagByHand(fixture, "homelab@v2.2.0", commit({ "README.md": "x" }));
  tagByHand(fixture, "homelab@v2.3.0", commit({ [HOMELAB]: "x", "README.md": "x" }));
  tagByHand(fixture, "homelab@v2.4.0", commit({ [HOMELAB]: "x" }, "100755"));
  tagByHand(fixture, "homelab@v2.5.0", commit({ [HOMELAB]: "x" }, "120000"));
  tagByHand(fixture, "homelab@v2.6.0", commit({ [`${HOMELAB}/inside`]: "x" }));
  tagByHand(fixture, "homelab@v2.7.0", commit({ "personas/other.masque.yaml": "x" }));
  tagByHand(fixture, "homelab@v2.8.0", git(["hash-object", "-w", "--stdin"], "a blob"));
  tagByHand(fixture, "homelab@v2.9.0", git(["rev-parse", "homelab@v1.0.0"]));
  tagByHand(fixture, "homelab@v3.0.0", commit({}));
  tagByHand(fixture, "homelab@v3.1.0", commit({ [HOMELAB]: "x".repeat(2 ** 20 + 1) }));
  tagByHand(fixture, "homelab@v3.2.0", commit({ [HOMELAB]: "" }));
  const deep = `${"d/".repeat(50)}f`;
  tagByHand(fixture, "homelab@v3.3.0", commit({ [deep]: "x" }));
  tagByHand(fixture, "foo", commit({ [HOMELAB]: "x" }));
  tagByHand(fixture, "homelab@v2.3", commit({ [HOMELAB]: "x" }));
  tagByHand(fixture, "a/b/c@v1.0.0", commit({ "personas/a/b/c.masque.yaml": "x" }));
  git(["tag", "homelab@v4.0.0", commit({ [HOMELAB]: "x" })]);
  git(["update-ref", "refs/tags/homelab@v4.1.0", git(["rev-parse", "homelab@v2.0.0"])]);
  git(["update-ref", "refs/tags/homelab@v4.2.0", git(["hash-object", "-w", "--stdin"], "a blob")]);

  const expected = {
    "homelab@v1.0.0": "published",
    "homelab@v2.0.0": "pushed",
    "homelab@v2.1.0": "file_elsewhere",
    "homelab@v2.2.0": "file_missing",
    "homelab@v2.3.0": "more_than_one_file",
    "homelab@v2.4.0": "not_plain_file",
    "homelab@v2.5.0": "not_plain_file",
    "homelab@v2.6.0": "file_missing",
    "homelab@v2.7.0": "file_missing",
    "homelab@v2.8.0": "not_a_commit",
    "homelab@v2.9.0": "not_a_commit",
    "homelab@v3.0.0": "file_missing",
    "homelab@v3.1.0": "too_large",
    "homelab@v3.2.0": "",
    "homelab@v3.3.0": "file_missing",
    foo: "malformed_tag",
    "homelab@v2.3": "malformed_tag",
    "a/b/c@v1.0.0": "malformed_tag",
    "homelab@v4.0.0": "not_annotated",
    "homelab@v4.1.0": "renamed",
    "homelab@v4.2.0": "not_annotated",
  };
  expect(await readEveryWay(repository)).toEqual(expected);
  await packRefs(repository);
  git(["repack", "-a", "-d"]);
  expect(await readEveryWay(repository)).toEqual(expected);
});

test("a problem is said in a sentence that names the tag and what would be right", async () => {
  const fixture = await openFixture();
  tagByHand(fixture, "homelab@v1.0.0", fixture.commit({ "homelab.masque.yaml": "x" }));
  const [reading] = await all(readVersions(fixture.repository, await refsOf(fixture.repository)));
  expect(reading?.problem?.message).toBe(
    'The commit of homelab@v1.0.0 holds "homelab.masque.yaml"; the file belongs at personas/homelab.masque.yaml.',
  );
});

test("damaged and missing objects are problems of their own versions and of no other", async () => {
  const fixture = await openFixture();
  const { repository } = fixture;
  const plans: PublicationPlan[] = [];
  for (let patch = 0; patch < 14; patch++)
    plans.push(await publish(fixture, planOf("homelab", `1.0.${patch}`, { source: `# ${patch}` })));
  const object = (patch: number, type: "blob" | "tree" | "commit" | "tag") =>
    plans[patch]?.objects.find((each) => each.type === type)?.oid ?? "";
  const torn = (oid: string) => readFileSync(join(repository.dir, objectPathOf(oid))).subarray(0, 7);
  damage(repository, object(1, "blob"), torn(object(1, "blob")));
  damage(repository, object(2, "tree"), torn(object(2, "tree")));
  damage(repository, object(3, "commit"), Buffer.from("nonsense"));
  damage(repository, object(4, "tag"), Buffer.alloc(0));
  damage(repository, object(5, "blob"), deflateSync("blob 3\0# x"));
  damage(repository, object(6, "tag"), readFileSync(join(repository.dir, objectPathOf(object(7, "tag")))));
  for (const [patch, type] of [
    [12, "tag"],
    [13, "commit"],
  ] as const) {
    const forged = `${plans[patch]?.objects.find((each) => each.type === type)?.bytes}forged`;
    damage(repository, object(patch, type), deflateSync(`${type} ${forged.length}\0${forged}`));
  }
  rmSync(join(repository.dir, objectPathOf(object(8, "blob"))));
  rmSync(join(repository.dir, objectPathOf(object(9, "tag"))));
  rmSync(join(repository.dir, objectPathOf(object(10, "commit"))));

  expect(await readEveryWay(repository)).toEqual({
    "homelab@v1.0.0": "# 0",
    "homelab@v1.0.1": "corrupt",
    "homelab@v1.0.2": "corrupt",
    "homelab@v1.0.3": "corrupt",
    "homelab@v1.0.4": "corrupt",
    "homelab@v1.0.5": "corrupt",
    "homelab@v1.0.6": "corrupt",
    "homelab@v1.0.7": "# 7",
    "homelab@v1.0.8": "missing_object",
    "homelab@v1.0.9": "missing_object",
    "homelab@v1.0.10": "missing_object",
    "homelab@v1.0.11": "# 11",
    "homelab@v1.0.12": "corrupt",
    "homelab@v1.0.13": "corrupt",
  });
  const blobs = await all(
    readBlobs(
      repository,
      plans.map(({ blob }) => blob),
    ),
  );
  expect(
    await all(
      readBlobs(
        await withoutGit(repository),
        plans.map(({ blob }) => blob),
      ),
    ),
  ).toEqual(blobs);
  expect(blobs.map((blob) => blob.problem?.code ?? blob.bytes?.toString())).toEqual(
    plans.map((_, patch) => ({ 1: "corrupt", 5: "corrupt", 8: "missing_object" })[patch] ?? `# ${patch}`),
  );
});

test("a byte flipped inside a pack costs one version, where git reads it", async () => {
  const fixture = await openFixture();
  const { repository, git } = fixture;
  const plans: PublicationPlan[] = [];
  for (let patch = 0; patch < 9; patch++)
    plans.push(
      await publish(fixture, planOf("homelab", `1.0.${patch}`, { source: `${patch} `.repeat(50 + patch) })),
    );
  git(["repack", "-a", "-d", "--depth=0", "--window=0"]);
  const folder = join(repository.dir, "objects/pack");
  const pack = readdirSync(folder).find((name) => name.endsWith(".pack")) ?? "";
  const listing = git(["verify-pack", "-v", join(folder, pack.replace(/pack$/, "idx"))]);
  const offset = Number(new RegExp(`^${plans[4]?.blob} \\S+ +\\d+ \\d+ (\\d+)`, "m").exec(listing)?.[1]);
  chmodSync(join(folder, pack), 0o644);
  const file = openSync(join(folder, pack), "r+");
  writeSync(file, Buffer.from([0xff, 0xff, 0xff]), 0, 3, offset + 6);
  closeSync(file);
  const readings = await all(readVersions(repository, await refsOf(repository)));
  expect(readings.filter(({ problem }) => problem).map(({ tag, problem }) => [tag, problem?.code])).toEqual([
    ["homelab@v1.0.4", "corrupt"],
  ]);
});

test("a thousand versions come in the order asked, and whoever stops early leaves no process behind", async () => {
  const fixture = await openFixture();
  const { repository, git } = fixture;
  const [first, second] = [
    await publish(fixture, planOf("homelab", "1")),
    await publish(fixture, planOf("homelab", "2")),
  ];
  const refs = Array.from({ length: 1100 }, (_, index) => {
    const { tag, tagOid } = index % 3 ? first : second;
    return { tag, oid: tagOid };
  });
  const readings = await all(readVersions(repository, refs));
  expect(readings.map(({ tag }) => tag)).toEqual(refs.map(({ tag }) => tag));

  const running = () => process.getActiveResourcesInfo().filter((name) => name === "ProcessWrap").length;
  for await (const reading of readVersions(repository, refs)) {
    expect(reading.problem).toBeUndefined();
    expect(running()).toBeGreaterThan(0);
    break;
  }
  await expect.poll(running).toBe(0);
  expect(await all(readVersions(repository, []))).toEqual([]);
  expect(git(["fsck"])).toBe("");
});

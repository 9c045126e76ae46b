import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, published } from "#server/test-registry";
import { stockGit } from "../git/repository.fixture";

test("S57, S81: a version is one commit and one annotated tag, and the commit holds that one file and nothing else", async () => {
  const registry = await openTestRegistry();
  const source = masqueFile({ version: "2.3", more: "context: |\n  Grüße, 世界\n" });
  const made = published(await registry.as("player").invoke("masque.publish", { name: "homelab", source }));
  await registry.as("player").invoke("masque.publish", { name: "engineer:backend", source });
  const { git } = stockGit(registry.runtime.repository.dir);

  expect(git(["tag", "--list"]).split("\n")).toEqual(["engineer/backend@v2.3.0", "homelab@v2.3.0"]);
  expect(git(["cat-file", "-t", "homelab@v2.3.0"])).toBe("tag");
  expect(git(["ls-tree", "-r", "homelab@v2.3.0"])).toBe(
    `100644 blob ${made.git.blob}\tpersonas/homelab.masque.yaml`,
  );
  expect(git(["ls-tree", "-r", "--name-only", "engineer/backend@v2.3.0"])).toBe(
    "personas/engineer/backend.masque.yaml",
  );
  expect(git(["hash-object", "--stdin"], source)).toBe(made.git.blob);
  expect(git(["rev-parse", "homelab@v2.3.0", "homelab@v2.3.0^{commit}"]).split("\n")).toEqual([
    made.git.tagOid,
    made.git.commit,
  ]);
  expect(git(["fsck", "--strict", "--full"])).toBe("");
});

test("S57: `git log homelab@v2.3.0` is that masque's history, whatever else is published in between", async () => {
  const registry = await openTestRegistry();
  const player = registry.as("player");
  for (const version of ["2.0.0", "2.2.0", "2.3.0"]) {
    await player.invoke("masque.publish", { name: "homelab", source: masqueFile({ version }) });
    await player.invoke("masque.publish", { name: "other", source: masqueFile({ version }) });
  }
  // Published last and numbered in between: its history is what is older by number, not by date.
  await player.invoke("masque.publish", { name: "homelab", source: masqueFile({ version: "2.1.0" }) });
  const { git } = stockGit(registry.runtime.repository.dir);
  const history = (tag: string) => git(["log", "--format=%s", tag]).split("\n");
  expect(history("homelab@v2.3.0")).toEqual([
    "Publish homelab@v2.3.0",
    "Publish homelab@v2.2.0",
    "Publish homelab@v2.0.0",
  ]);
  expect(history("homelab@v2.1.0")).toEqual(["Publish homelab@v2.1.0", "Publish homelab@v2.0.0"]);
});

test("no history carries a version of a ring above its reader's", async () => {
  const registry = await openTestRegistry();
  const admin = registry.as("admin");
  for (const [version, ring] of [
    ["1.0.0", "guest"],
    ["1.1.0", "admin"],
    ["1.2.0", "guest"],
    ["1.3.0", "admin"],
  ] as const) {
    await admin.invoke("masque.publish", { name: "homelab", source: masqueFile({ version, ring }) });
  }
  const { git } = stockGit(registry.runtime.repository.dir);
  const history = (tag: string) => git(["log", "--format=%s", tag]).replaceAll("Publish homelab@v", "");
  expect(history("homelab@v1.2.0").split("\n")).toEqual(["1.2.0", "1.0.0"]);
  expect(history("homelab@v1.3.0").split("\n")).toEqual(["1.3.0", "1.2.0", "1.0.0"]);
});

test("the tag names its author by an opaque id and carries index, digest and what the author said", async () => {
  const registry = await openTestRegistry();
  const ada = registry.as("player", "ada");
  const source = masqueFile({ version: "1", more: "index: 42\n" });
  const message = "Deploys carefully now\n\nMasque-Index: 7\n";
  const { digest } = await ada.invoke("masque.publish", { name: "homelab", source, message });
  const { git } = stockGit(registry.runtime.repository.dir);
  const tag = git(["cat-file", "tag", "homelab@v1.0.0"]);
  expect(tag).toContain("tagger id-of-ada <id-of-ada@masque.invalid> 1767607200 +0000");
  expect(tag).toContain("Deploys carefully now");
  expect(tag.split("\n\n").at(-1)?.split("\n")).toEqual([
    "Masque-Index: 42",
    `Masque-Digest: ${digest}`,
    "Masque-Author: id-of-ada",
  ]);
});

test("S50, S81: the same bytes again change nothing; other bytes under a published version are refused", async () => {
  const registry = await openTestRegistry();
  const player = registry.as("player");
  const publish = (source: string) => player.http("POST", "/api/v1/masques/homelab/versions", { source });
  const source = masqueFile({ version: "1.0" });
  const first = await publish(source);
  const { git } = stockGit(registry.runtime.repository.dir);
  const before = [git(["for-each-ref"]), git(["count-objects"])];

  const again = await publish(source);
  const other = await publish(`${source}# a comment alone\n`);
  const respelled = await publish(masqueFile({ version: "v1" }));
  expect(first).toMatchObject({ status: 201 });
  expect(again).toMatchObject({ status: 200 });
  expect(again.json()).toEqual({ ...first.json(), outcome: "unchanged" });
  expect(other.json()).toMatchObject({ status: 409, code: "conflict.version" });
  expect(respelled.json()).toMatchObject({ status: 409, code: "conflict.version" });
  expect([git(["for-each-ref"]), git(["count-objects"])]).toEqual(before);
});

test("S50: without a version nothing is published", async () => {
  const registry = await openTestRegistry();
  const source = masqueFile().replace(/^version.*\n/, "");
  const reply = await registry.as("player").http("POST", "/api/v1/masques/homelab/versions", { source });
  expect(reply.json()).toMatchObject({ status: 400, code: "invalid" });
  expect(reply.json().errors).toMatchObject([{ path: "version", line: 1 }]);
  expect(registry.runtime.shelf.size).toBe(0);
});

test("S51, S83: what was pinned stays what it was when newer versions come", async () => {
  const registry = await openTestRegistry({ masques: { homelab: { versions: ["2.3.0"] } } });
  const player = registry.as("player");
  const pin = () => player.http("GET", "/api/v1/resolve/masque:homelab@v2.3");
  const before = await pin();
  for (const version of ["2.3.1", "2.4.0", "3.0.0"])
    await registry.publish("homelab", masqueFile({ version, lens: "Other eyes." }));
  expect((await pin()).comparable()).toEqual(before.comparable());
  expect(before.json()).toMatchObject({ version: "2.3.0", digest: expect.stringMatching(/^sha256-/) });
});

import { cpSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "#server/test-registry";
import { objectId } from "../git/object";
import { stockGit, temporaryFolder } from "../git/repository.fixture";
import { parseName } from "../masque/name";
import { parseVersion } from "../masque/version";
import { bundleProgram, run } from "../process.fixture";
import { findSource } from "../store/versions";

const NAME = parseName("engineer:backend");
const FILE = "personas/engineer/backend.masque.yaml";
const source = (version: number) => masqueFile({ version: `${version}` });

/** A data folder in which version 1 stands, and a program that publishes more into copies of it. */
async function prepare() {
  const registry = await openTestRegistry();
  await registry.publish(NAME, source(1));
  await registry.close();
  const program = await bundleProgram(path.join(import.meta.dirname, "crash.fixture.ts"));
  return { home: registry.runtime.config.home, command: [process.execPath, program] as [string, string] };
}

/** Opens the folder again, holds catalogue and repository against each other, and answers the versions there are. */
async function versionsAfterRestart(home: string): Promise<number[]> {
  const registry = await openTestRegistry({ home });
  const { store, repository, shelf } = registry.runtime;
  const { git } = stockGit(repository.dir);
  const versions = shelf.find("admin", NAME)?.versions ?? [];
  expect(await store.reader.version.count({ where: { state: "published" } })).toBe(versions.length);
  expect([await store.reader.version.count(), await store.reader.tagLock.count()]).toEqual([
    versions.length,
    versions.length,
  ]);
  const refs = git(["for-each-ref", "--sort=-v:refname", "--format=%(refname:short) %(objectname)"]);
  expect(refs.split("\n")).toEqual(versions.map(({ git }) => `${git.tag} ${git.tagOid}`));
  const numbers = versions.map(({ version }) => Number(version.split(".")[0]));
  const files = git(
    ["cat-file", "--batch-check=%(objectname)"],
    versions.map(({ git }) => `${git.tag}:${FILE}\n`).join(""),
  );
  expect(files.split("\n")).toEqual(numbers.map((number) => objectId("blob", Buffer.from(source(number)))));
  for (const [place, { version, tampered }] of versions.entries()) {
    expect((await findSource(store.reader, NAME, version)).toString()).toBe(source(Number(numbers[place])));
    expect(tampered).toBe(false);
  }
  expect(git(["rev-list", "--count", versions[0]?.git.tag ?? ""])).toBe(String(versions.length));
  expect(git(["fsck", "--strict", "--full", "--no-dangling"])).toBe("");
  expect(readdirSync(path.join(repository.dir, "masque-incoming"))).toEqual([]);
  const trail = { operation: "masque.publish", outcome: "done", code: null };
  expect(await store.reader.auditEntry.count({ where: trail })).toBe(versions.length);

  // Whoever heard no answer publishes again, and it ends well whichever way it had gone.
  await registry.publish(NAME, source(2));
  expect(shelf.findVersion("admin", NAME, parseVersion("2"))).toMatchObject({ tampered: false });
  await registry.close();
  return numbers;
}

test("a publication cut short before any change to the disk or at any boundary of a transaction is, after a restart, no version or the whole one", async () => {
  const { home, command } = await prepare();
  const folder = temporaryFolder();
  const steps: string[] = [];
  // While the process stands still, a copy of its folder is what kill −9 at that moment leaves behind.
  const publishing = run([...command, home, JSON.stringify([source(2)]), "stepwise"], {
    onLine(line) {
      cpSync(home, path.join(folder, String(steps.length)), { recursive: true });
      steps.push(line.replace(/ .*/, "") === "before" ? (line.split(" ")[1] ?? "") : line);
      publishing.child.stdin?.write("\n");
    },
  });
  expect((await publishing.ended).code).toBe(0);
  expect(steps.at(-1)).toBe("acknowledged 2.0.0");
  expect(steps).toEqual(
    expect.arrayContaining(["begin", "commit", "answer", "write", "sync", "link", "rename"]),
  );

  const stood: boolean[] = [];
  for (const step of steps.keys())
    stood.push((await versionsAfterRestart(path.join(folder, String(step)))).length > 1);
  // The decision is one moment: before it there is nothing, from it on there is the whole version.
  const decided = stood.indexOf(true);
  expect(steps[decided]).toBe("answer");
  expect(stood).toEqual(steps.map((_, step) => step >= decided));
}, 240_000);

test("kill −9 in the middle of publishing, again and again: what was acknowledged is there, and all of it whole", async () => {
  const { home, command } = await prepare();
  let known = 2;
  for (const patience of [1, 2, 3, 5]) {
    const sources = Array.from({ length: 40 }, (_, index) => source(known + index));
    const acknowledged: number[] = [];
    const publishing = run([...command, home, JSON.stringify(sources)], {
      onLine(line) {
        acknowledged.push(Number(/^acknowledged (\d+)/.exec(line)?.[1]));
        if (acknowledged.length === patience) publishing.child.kill("SIGKILL");
      },
    });
    expect((await publishing.ended).signal).toBe("SIGKILL");
    const versions = await versionsAfterRestart(home);
    expect(versions).toEqual(expect.arrayContaining(acknowledged));
    known = (versions[0] ?? 0) + 1;
  }
}, 240_000);

import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "./open";

const MIGRATIONS = path.resolve("prisma/migrations");

test("a database of the first release keeps its rows, and all that refers to them, through every migration", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "masque-migrate-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [first = ""] = (await readdir(MIGRATIONS)).sort();
  const file = path.join(folder, "masque.db");
  for (const part of [first, "migration_lock.toml"])
    await cp(path.join(MIGRATIONS, part), path.join(folder, "migrations", part), { recursive: true });
  await cp(path.join(MIGRATIONS, "..", "schema.prisma"), path.join(folder, "schema.prisma"));

  const before = await openStore(file, path.join(folder, "migrations"));
  await before.transact(async (tx) => {
    for (const statement of [
      `INSERT INTO "Member" (id, handle, name, ring, createdAt) VALUES ('m1', 'ada', 'Ada', 'admin', 0)`,
      `INSERT INTO "Token" (id, hash, memberId, label, scopes, createdAt) VALUES ('t1', 'h', 'm1', 'ci', 'read', 0)`,
      `INSERT INTO "Masque" (name, "index", createdAt) VALUES ('homelab', 7, 0)`,
      `INSERT INTO "Maintainer" (masqueName, memberId, since) VALUES ('homelab', 'm1', 0)`,
      `INSERT INTO "Version" (masqueName, version, declaredVersion, ring, digest, title, skills, state, publishedAt, tag, tagOid, commitOid, blobOid, source, body) VALUES ('homelab', '1.0.0', '1', 'player', 'd', 'Homelab', '[]', 'published', 0, 'homelab@v1.0.0', 'a', 'b', 'c', x'00', x'00')`,
      `INSERT INTO "TagLock" (tag, tagOid, commitOid, blobOid, digest, at) VALUES ('homelab@v1.0.0', 'a', 'b', 'c', 'd', 0)`,
    ])
      await tx.$executeRawUnsafe(statement);
  });
  await before.close();

  const after = await openStore(file, MIGRATIONS);
  const { reader } = after;
  expect(await reader.$queryRawUnsafe("PRAGMA foreign_key_check")).toEqual([]);
  expect(await reader.token.findMany({ include: { member: true } })).toMatchObject([
    { member: { handle: "ada" } },
  ]);
  expect(await reader.maintainer.count()).toBe(1);
  expect(await reader.version.findMany({ include: { masque: true } })).toMatchObject([
    { degraded: false, masque: { index: 7 } },
  ]);
  expect(await reader.tagLock.findMany()).toMatchObject([{ seq: 1, degraded: false }]);
  await after.close();
});

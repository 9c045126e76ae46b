import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../git/repository.fixture";
import { isDuplicate, openStore, type Store } from "./open";

const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");

async function open(file = join(temporaryFolder(), "masque.db")): Promise<Store & { file: string }> {
  return { ...(await openStore(file, MIGRATIONS)), file };
}

const row = (name: string, index: number) => ({ name, index, createdAt: new Date(0) });

test("a write outside a transaction cannot happen: the reader refuses every kind of it", async () => {
  const store = await open();
  await store.transact((tx) => tx.masque.create({ data: row("homelab", 1) }));
  const writes: (() => Promise<unknown>)[] = [
    () => store.reader.masque.create({ data: row("other", 2) }),
    () => store.reader.masque.update({ where: { name: "homelab" }, data: { index: 9 } }),
    () => store.reader.masque.deleteMany(),
    () => store.reader.$executeRawUnsafe(`DELETE FROM "Masque"`),
    () => store.reader.$queryRawUnsafe(`DELETE FROM "Masque" RETURNING *`),
    () => store.reader.$executeRawUnsafe(`DROP TABLE "Masque"`),
    () => store.reader.$transaction([store.reader.masque.create({ data: row("other", 2) })]),
    () => store.reader.$transaction((tx) => tx.masque.create({ data: row("other", 2) })),
  ];
  for (const write of writes) await expect(write()).rejects.toThrow(/readonly|read-only/i);
  expect(await store.reader.masque.findMany()).toEqual([row("homelab", 1)]);
  await store.close();
});

test("nobody sees what a transaction writes before it is committed, nor anything of one that fails", async () => {
  const store = await open();
  const failing = store.transact(async (tx) => {
    await tx.masque.create({ data: row("homelab", 1) });
    expect(await tx.masque.count()).toBe(1);
    expect(await store.reader.masque.count()).toBe(0);
    throw new Error("changed its mind");
  });
  await expect(failing).rejects.toThrow("changed its mind");
  expect(await store.reader.masque.count()).toBe(0);

  await store.transact(async (tx) => {
    await tx.masque.create({ data: row("homelab", 1) });
    expect(await store.reader.masque.count()).toBe(0);
  });
  expect(await store.reader.masque.count()).toBe(1);
  await store.close();
});

test("transactions asked for at once come one after the other, and a failing one takes no other with it", async () => {
  const store = await open();
  const asked = Array.from({ length: 60 }, (_, number) =>
    store.transact(async (tx) => {
      const before = await tx.masque.count();
      await tx.masque.create({ data: row(`masque-${number}`, number + 1) });
      expect(await tx.masque.count()).toBe(before + 1);
      if (number % 3 === 0) throw new Error("no");
    }),
  );
  const settled = await Promise.allSettled(asked);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(40);
  expect(await store.reader.masque.count()).toBe(40);
  await store.close();
});

test("both connections are as durable and as strict as they have to be", async () => {
  const store = await open();
  const settings = async (client: Pick<Store["reader"], "$queryRawUnsafe">) => {
    const values: Record<string, unknown> = {};
    for (const name of ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "query_only"]) {
      const [found] = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
      values[name] = Object.values(found ?? {}).map((value) =>
        typeof value === "bigint" ? Number(value) : value,
      )[0];
    }
    return values;
  };
  const strict = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, busy_timeout: 10_000 };
  expect(await settings(store.reader)).toEqual({ ...strict, query_only: 1 });
  expect(await store.transact((tx) => settings(tx))).toEqual({ ...strict, query_only: 0 });
  await store.close();
});

test("the database itself refuses duplicates and rows that hang in the air", async () => {
  const store = await open();
  await store.transact((tx) => tx.masque.create({ data: row("homelab", 1) }));
  const duplicate = store.transact((tx) => tx.masque.create({ data: row("homelab", 2) }));
  await expect(duplicate.catch(isDuplicate)).resolves.toBe(true);
  const orphan = { masqueName: "never", memberId: "nobody", since: new Date(0) };
  const hanging = store.transact((tx) => tx.maintainer.create({ data: orphan }));
  await expect(hanging.catch((error) => isDuplicate(error))).resolves.toBe(false);
  await expect(store.transact((tx) => tx.maintainer.create({ data: orphan }))).rejects.toThrow(
    /foreign key/i,
  );
  await store.close();
});

test("opening again migrates nothing twice and finds what was written", async () => {
  const first = await open();
  await first.transact((tx) => tx.masque.create({ data: row("homelab", 1) }));
  const migrations = () =>
    first.reader.$queryRawUnsafe<unknown[]>("SELECT id, finished_at FROM _prisma_migrations");
  const before = await migrations();
  expect(before.length).toBeGreaterThan(0);
  await first.close();
  const second = await open(first.file);
  expect(await second.reader.$queryRawUnsafe("SELECT id, finished_at FROM _prisma_migrations")).toEqual(
    before,
  );
  expect(await second.reader.masque.count()).toBe(1);
  await second.close();
});

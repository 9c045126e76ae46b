import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { type Prisma, PrismaClient } from "#prisma/client";
import { migrate } from "./migrate";

/** What a transaction may do; the only way to write. */
export type Transaction = Prisma.TransactionClient;

export interface Store {
  /** Query-only: the database itself refuses a write through it. */
  readonly reader: PrismaClient;
  /**
   * Runs `work` in one transaction, durable once this resolves. No network, Git, signing or password hashing
   * inside: every other writer waits.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * One connection each, because a query made beside an open transaction on the same connection would run
 * inside it: it would see what is not committed and lose what it was told is saved.
 */
const PRAGMAS = {
  journal_mode: "wal",
  synchronous: "2",
  foreign_keys: "1",
  busy_timeout: "10000",
} as const;

/** Opens (and migrates) the database file; `migrations` is the folder of Prisma migrations. */
export async function openStore(file: string, migrations: string): Promise<Store> {
  const factory = new PrismaBetterSqlite3({ url: path.resolve(file) });
  await migrate(factory, migrations);
  const writer = await connect(factory);
  const reader = await connect(factory);
  await reader.$queryRawUnsafe("PRAGMA query_only = ON");
  return {
    reader,
    transact: (work) => writer.$transaction(work, { maxWait: 30_000, timeout: 30_000 }),
    async close() {
      await Promise.all([writer.$disconnect(), reader.$disconnect()]);
    },
  };
}

async function connect(factory: PrismaBetterSqlite3): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: factory });
  for (const [name, value] of Object.entries(PRAGMAS)) {
    await client.$queryRawUnsafe(`PRAGMA ${name} = ${value}`);
    const [row] = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    const actual = String(Object.values(row ?? {})[0]);
    if (actual !== value) throw new Error(`The database refuses ${name} = ${value}; it stays ${actual}.`);
  }
  return client;
}

/** Whether an error is the database's own "there is one already". */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: string }).code === "P2002";
}

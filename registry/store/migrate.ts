import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { openSchemaEngine } from "./schema-engine";

/** Nothing is hidden from the engine: the database is ours alone. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The migrations folder as the engine wants it: contents, not paths. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const value = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
    }),
  );
  const content = await readFile(path.join(folder, "migration_lock.toml"), "utf8");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** Applies what is missing. Where nothing is, the engine is not even loaded: it costs a second of every start. */
export async function migrate(
  factory: SqlMigrationAwareDriverAdapterFactory,
  folder: string,
): Promise<string[]> {
  const list = await readMigrations(folder);
  if (await isCurrent(factory, list)) return [];
  const datamodel = await readFile(path.join(folder, "..", "schema.prisma"), "utf8");
  const connections: SqlDriverAdapter[] = [];
  const engine = await openSchemaEngine(recording(factory, connections), datamodel);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: list,
      filters: NO_FILTERS,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
    for (const connection of connections) await connection.dispose();
  }
}

/** The engine never closes its connections, and one left open keeps the database locked. */
function recording(
  factory: SqlMigrationAwareDriverAdapterFactory,
  connections: SqlDriverAdapter[],
): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    const connection = await factory.connect();
    connections.push(connection);
    return connection;
  };
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() };
}

async function isCurrent(
  factory: SqlMigrationAwareDriverAdapterFactory,
  list: MigrationList,
): Promise<boolean> {
  const connection = await factory.connect();
  try {
    const { rows } = await connection.queryRaw({
      sql: "SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
      args: [],
      argTypes: [],
    });
    return Number(rows[0]?.[0]) === list.migrationDirectories.length;
  } catch {
    // No such table: a database that has seen no migration yet.
    return false;
  } finally {
    await connection.dispose();
  }
}

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { NO_FILTERS, readMigrations } from "../registry/store/migrate";
import { openSchemaEngine } from "../registry/store/schema-engine";

/** `npm run migration -- NAME`: writes what schema.prisma asks for beyond the migrations there are. */
const folder = path.resolve("prisma/migrations");
const name = process.argv[2];
if (!name) throw new Error("Say what the migration is for: npm run migration -- add-sessions");

const content = await readFile("prisma/schema.prisma", "utf8");
const factory = new PrismaBetterSqlite3({ url: ":memory:" }, { shadowDatabaseUrl: ":memory:" });
const connectToShadowDb = factory.connectToShadowDb.bind(factory);
// The engine plays whole migrations as one raw statement, which this driver takes only as a script.
factory.connectToShadowDb = async () => {
  const shadow = await connectToShadowDb();
  shadow.executeRaw = async ({ sql }) => {
    await shadow.executeScript(sql);
    return 0;
  };
  return shadow;
};
const engine = await openSchemaEngine(factory, content);
const { stdout } = await engine.diff({
  from: { tag: "migrations", ...(await readMigrations(folder)) },
  to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
  script: true,
  exitCode: null,
  filters: NO_FILTERS,
});
if (!stdout || stdout.includes("This is an empty migration")) {
  console.log("Nothing to migrate: schema.prisma and the migrations agree.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = path.join(folder, `${stamp}_${name}`);
  await mkdir(target);
  await writeFile(path.join(target, "migration.sql"), stdout);
  console.log(`Wrote ${path.relative(".", target)}/migration.sql`);
}

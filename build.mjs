/**
 * Bundles what runs outside Next into dist/, one file an entry with shared chunks; packages stay packages.
 * `node build.mjs NAME…` builds just those entries.
 */
import { existsSync } from "node:fs";
import { rolldown } from "rolldown";
import { raw } from "./raw-import.mjs";

const ENTRIES = {
  server: "server/main.ts",
  reindex: "server/reindex.ts",
  recover: "server/recover.ts",
  cli: "cli/main.ts",
  program: "registry/masque/program/worker.ts",
  bench: "bench/run.ts",
  migration: "prisma/new-migration.ts",
};

const wanted = process.argv.slice(2).filter((name) => name in ENTRIES);
const names = (wanted.length > 0 ? wanted : Object.keys(ENTRIES)).filter((name) => existsSync(ENTRIES[name]));
const bundle = await rolldown({
  input: Object.fromEntries(names.map((name) => [name, ENTRIES[name]])),
  platform: "node",
  external: (id) => /^[^.#/]/.test(id) && !/^[A-Za-z]:/.test(id),
  plugins: [raw],
});
await bundle.write({ dir: "dist", format: "esm", sourcemap: true, chunkFileNames: "chunk-[name]-[hash].js" });
await bundle.close();

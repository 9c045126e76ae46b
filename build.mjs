/**
 * Bundles what runs outside Next into dist/, one file an entry with shared chunks; packages stay packages.
 * `node build.mjs NAME…` builds just those entries.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { rolldown } from "rolldown";

const ENTRIES = {
  server: "server/main.ts",
  reindex: "server/reindex.ts",
  recover: "server/recover.ts",
  cli: "cli/main.ts",
  program: "registry/masque/program/worker.ts",
  bench: "bench/run.ts",
  migration: "prisma/new-migration.ts",
};

/** `import text from "./file?raw"`: the file's text, as Vite reads it. */
const raw = {
  name: "raw",
  resolveId: {
    filter: { id: /\?raw$/ },
    async handler(id, importer) {
      const found = await this.resolve(id.slice(0, -"?raw".length), importer);
      return found && { id: `${found.id}?raw` };
    },
  },
  load: {
    filter: { id: /\?raw$/ },
    async handler(id) {
      const file = id.slice(0, -"?raw".length);
      this.addWatchFile(file);
      return { code: `export default ${JSON.stringify(await readFile(file, "utf8"))}`, moduleType: "js" };
    },
  },
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

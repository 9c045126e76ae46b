import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

const require = createRequire(import.meta.url);
const MODULE = "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's migration engine as WebAssembly. The native one is a download of its own, this one is in the
 * package; it has to be put together by hand because Node does not import `.wasm` files yet.
 */
export async function openSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodel: string,
): Promise<SchemaEngine> {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(require.resolve(MODULE).replace(/\.js$/, ".wasm"));
  const imports = { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const exports = instance.exports as { __wbindgen_start(): void };
  const internals = glue as unknown as {
    __wbg_set_wasm(wasm: unknown): void;
    SchemaEngine: {
      new: (options: object, log: (line: string) => void, adapter: object) => Promise<SchemaEngine>;
    };
  };
  internals.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  const options = { datamodels: [["schema.prisma", datamodel]] };
  return internals.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

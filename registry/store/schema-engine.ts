import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

const require = createRequire(import.meta.url);
const MODULE = "@prisma/schema-engine-wasm/schema_engine_bg";

type EngineClass = {
  new: (options: object, log: (line: string) => void, adapter: object) => Promise<SchemaEngine>;
};

/** One instance for the process: its glue keeps it in a variable of the module, and a second would pull it from under the first. */
let loading: Promise<EngineClass> | undefined;

/**
 * Prisma's migration engine as WebAssembly. The native one is a download of its own, this one is in the package; it
 * has to be put together by hand because Node does not import `.wasm` files yet.
 */
export async function openSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodel: string,
): Promise<SchemaEngine> {
  loading ??= load();
  const options = { datamodels: [["schema.prisma", datamodel]] };
  return (await loading).new(options, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

async function load(): Promise<EngineClass> {
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as {
    __wbg_set_wasm(wasm: unknown): void;
    SchemaEngine: EngineClass;
  };
  const bytes = await readFile(require.resolve(MODULE).replace(/\.js$/, ".wasm"));
  const imports = { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return glue.SchemaEngine;
}

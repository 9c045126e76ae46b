import { readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import { REGISTRY } from "../actor";
import { systemClock } from "../clock";
import { toldDisk } from "../git/disk.fixture";
import { openRepository } from "../git/open";
import { openRegistry } from "../open";
import { invoke } from "../operation";
import type { Runtime } from "../runtime";
import { publishMasque } from "./publish";

/**
 * A process that opens the data folder of its first argument and publishes the sources (JSON) of its second, saying
 * each version when it is acknowledged. With a third argument it stands still before every change, to the disk below
 * the repository or at a boundary of a transaction, until somebody sends it a byte.
 */
const [, program, home, sources, stepwise] = process.argv as [string, string, string, string, string?];

let publishing = false;
async function change(kind: string, what = "", handle?: FileHandle): Promise<void> {
  if (!stepwise || !publishing) return;
  if (kind === "write") await handle?.write("half a wri", 0);
  process.stdout.write(`before ${kind} ${what}\n`);
  readSync(0, Buffer.alloc(1));
  if (kind === "write") await handle?.truncate(0);
}

const registry = await openRegistry(
  {
    home,
    root: path.resolve(program, "../.."),
    port: 0,
    host: "127.0.0.1",
    url: "http://localhost",
    secret: "a secret for tests",
    logLevel: "silent",
  },
  { clock: systemClock, log: { info: () => {}, warn: () => {}, error: () => {} } },
);
await registry.tags.stop();
const { store } = registry.runtime;
const repository = await openRepository(registry.runtime.repository.dir, { disk: toldDisk(change) });
const transact: typeof store.transact = async (work) => {
  await change("begin");
  const result = await store.transact(async (tx) => {
    const written = await work(tx);
    await change("commit");
    return written;
  });
  await change("answer");
  return result;
};
const runtime: Runtime = { ...registry.runtime, store: { ...store, transact }, repository };

publishing = true;
for (const source of JSON.parse(sources)) {
  const { version } = await invoke(runtime, publishMasque, REGISTRY, { name: "engineer:backend", source });
  process.stdout.write(`acknowledged ${version}\n`);
}
process.exit(0);

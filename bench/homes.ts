import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { systemClock } from "#registry/clock";
import { openRegistry } from "#registry/open";
import { type Extent, generateRepository } from "./generate";

/** A data folder that holds a generated registry. */
export interface Home {
  readonly folder: string;
  /** The bare repository in it. */
  readonly repository: string;
  /** Milliseconds that the first opening took, which found the repository and an empty index. */
  readonly indexedIn: number;
}

const homes = new Map<string, Promise<Home>>();

/** The data folder of that extent; made and indexed once in a run, then shared. */
export function homeOf(extent: Extent): Promise<Home> {
  const key = `${extent.masques}-${extent.versions}`;
  const home = homes.get(key) ?? makeHome(extent);
  homes.set(key, home);
  return home;
}

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty data folder, gone when the run ends, however it ends. */
export function emptyHome(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "masque-bench-"));
  folders.push(folder);
  return folder;
}

async function makeHome(extent: Extent): Promise<Home> {
  const folder = emptyHome();
  const repository = path.join(folder, "registry.git");
  await generateRepository(repository, extent);
  const started = performance.now();
  const registry = await openRegistry(
    {
      port: 0,
      host: "127.0.0.1",
      home: folder,
      root: process.cwd(),
      url: "http://localhost",
      secret: "a secret for benchmarks",
      logLevel: "silent",
    },
    { clock: systemClock, log: { info() {}, warn: complain, error: complain } },
  );
  const indexedIn = performance.now() - started;
  const { size } = registry.runtime.shelf;
  await registry.close();
  const expected = extent.masques * extent.versions;
  if (size !== expected) throw new Error(`Of ${expected} generated versions the registry took ${size} in.`);
  return { folder, repository, indexedIn };
}

function complain(facts: object, message: string): void {
  console.error(message, facts);
}

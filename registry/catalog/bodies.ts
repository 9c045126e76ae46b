import { LRUCache } from "lru-cache";
import type { Store } from "#registry/store/open";
import { findBody } from "#registry/store/versions";
import type { VersionFacts } from "./facts";

/** Resolved bodies of exact pins, byte for byte as served. */
export interface Bodies {
  /** At once when it is in memory, from the database otherwise. */
  get(version: VersionFacts): Buffer | Promise<Buffer>;
  /** Forgets all: the index was rebuilt. */
  clear(): void;
}

/** Bodies held in memory, in bytes: what a registry's agents ask for again and again fits many times over. */
const MEMORY = 96 * 2 ** 20;

export function createBodies(store: Store): Bodies {
  const held = new LRUCache<string, Buffer>({
    maxSize: MEMORY,
    sizeCalculation: (body) => body.length + 200,
  });
  return {
    get(version) {
      return held.get(version.digest + version.git.tag) ?? fetch(version);
    },
    clear: () => held.clear(),
  };

  async function fetch(version: VersionFacts): Promise<Buffer> {
    const read = await findBody(store.reader, version.name, version.version);
    // A small Buffer is a slice of a block that it shares with others, and would keep the whole block in memory.
    const body = Buffer.allocUnsafeSlow(read.length);
    read.copy(body);
    held.set(version.digest + version.git.tag, body);
    return body;
  }
}

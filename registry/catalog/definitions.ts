import { LRUCache } from "lru-cache";
import { type Definition, readDefinition } from "#registry/masque/definition";
import type { IntentAnswer } from "#registry/masque/intent/check";
import { compileIntent } from "#registry/masque/intent/compile";
import type { Store } from "#registry/store/open";
import { findSource } from "#registry/store/versions";
import type { VersionFacts } from "./facts";

/** A published version, read. */
export interface ReadVersion {
  readonly source: string;
  readonly definition: Definition;
  /** What its patterns say to an intent. */
  readonly check: (stated: string) => IntentAnswer;
}

/** Published versions as definitions; the ones asked for lately stay in memory. */
export type Definitions = (version: VersionFacts) => Promise<ReadVersion>;

const HELD = 500;

export function createDefinitions(store: Store): Definitions {
  const held = new LRUCache<string, ReadVersion>({ max: HELD });
  return async (version) => {
    const key = `${version.name} ${version.digest}`;
    const known = held.get(key);
    if (known) return known;
    const bytes = await findSource(store.reader, version.name, version.version);
    const { definition } = readDefinition(bytes, { name: version.name });
    if (!definition) throw new Error(`${version.git.tag} was valid when it was published and no longer is.`);
    const read = { source: bytes.toString("utf8"), definition, check: compileIntent(definition.intent) };
    held.set(key, read);
    return read;
  };
}

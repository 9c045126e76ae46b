import type { DurableFs } from "./durable-fs";
import type { PackedRefs } from "./packed-refs";
import type { SystemGit } from "./system-git";

/** An open bare repository. Who holds it may write to it; one process does (the data folder's lock sees to that). */
export interface Repository {
  /** Absolute path. */
  readonly dir: string;
  readonly fs: DurableFs;
  /** The system's git, where there is one: faster in bulk, never needed. */
  readonly git: SystemGit | undefined;
  packedRefs(): Promise<PackedRefs>;
  /** What isomorphic-git remembers of the pack files; fresh whenever these changed. */
  packCache(): Promise<object>;
}

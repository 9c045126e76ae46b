import { join } from "node:path";
import { PACKED_REFS } from "./layout";
import type { Repository } from "./repository";

/**
 * Moves refs from files of their own into the one packed file, by the system's git and its locks, so that publishing
 * and pushing may go on meanwhile. Does nothing where there is no git. The packed file is on the disk before the first
 * loose one goes, so a power cut loses none.
 */
export async function packRefs(repository: Repository): Promise<void> {
  if (!repository.git) return;
  await repository.git.run(["pack-refs", "--all", "--no-prune"]);
  await repository.fs.sync(join(repository.dir, PACKED_REFS));
  await repository.git.run(["pack-refs", "--all"]);
}

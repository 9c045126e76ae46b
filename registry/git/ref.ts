import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Repository } from "./repository";

/** How the making of a ref came out. `present`: it already pointed there; `taken`: it points elsewhere. */
export type RefOutcome =
  | { state: "created" }
  | { state: "present" }
  | { state: "taken"; oid: string }
  /** Git cannot hold the refs `a` and `a/b` at once, and `by` is there. */
  | { state: "blocked"; by: string }
  /** Somebody else's lock file lies there and does not go away; `lock` is its path. */
  | { state: "locked"; lock: string };

/** The object id that a ref file holds, or undefined when it holds none: symbolic, empty, or half a write. */
export function parseRef(content: string): string | undefined {
  return /^([0-9a-f]{40})\s*$/.exec(content)?.[1];
}

/** Where a ref points, or undefined when there is none (or one whose file is no ref). */
export async function readRef(repository: Repository, ref: string): Promise<string | undefined> {
  const loose = await repository.fs.readFile(join(repository.dir, ref), "utf8").catch(missing);
  return loose === undefined ? (await repository.packedRefs()).oids.get(ref) : parseRef(loose);
}

/**
 * Makes a ref that must not exist yet, by Git's own protocol: whoever holds `REF.lock` may look, loose and packed,
 * and then rename the lock into place. So neither a push nor a packing of refs at the same moment can come between.
 * A lock that an earlier, killed attempt left behind holds the same id, whole, and is taken over.
 */
export async function createRef(repository: Repository, ref: string, oid: string): Promise<RefOutcome> {
  const path = join(repository.dir, ref);
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < 20; attempt++) {
    const before = (await occupied(repository, ref, oid)) ?? (await lockRef(repository, path, oid));
    if (before === "busy") await pause(25);
    if (before === "busy" || before === "again") continue;
    if (before !== "held") {
      // A killed attempt may have named the ref without waiting for the disk; a packed one has no file.
      if (before.state === "present") await repository.fs.sync(path).catch(missing);
      return before;
    }
    const meanwhile = await occupied(repository, ref, oid);
    if (meanwhile) {
      await repository.fs.rm(lock, { force: true });
      return meanwhile;
    }
    try {
      await repository.fs.rename(lock, path);
      return { state: "created" };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // An empty folder of that name is what Git leaves behind; a second taker of our own lock was quicker.
      if (code === "EISDIR") await repository.fs.rmdir(path).catch(() => undefined);
      else if (code !== "ENOENT") throw error;
    }
  }
  return { state: "locked", lock };
}

/** What already stands where the ref is to be, if anything. */
async function occupied(
  repository: Repository,
  ref: string,
  oid: string,
): Promise<Exclude<RefOutcome, { state: "created" }> | undefined> {
  const { fs, dir } = repository;
  const kind = await fs.lstat(join(dir, ref)).catch(missing);
  if (kind?.isDirectory() && (await fs.readdir(join(dir, ref))).length > 0)
    return { state: "blocked", by: `${ref}/` };
  const found = kind?.isDirectory() ? undefined : await readRef(repository, ref);
  if (found !== undefined) return found === oid ? { state: "present" } : { state: "taken", oid: found };
  if (kind && !kind.isDirectory()) return { state: "blocked", by: ref };
  const packed = await repository.packedRefs();
  if (packed.folders.has(ref)) return { state: "blocked", by: `${ref}/` };
  for (let above = dirname(ref); above.includes("/"); above = dirname(above)) {
    if (packed.oids.has(above) || (await fs.lstat(join(dir, above)).catch(missing))?.isFile())
      return { state: "blocked", by: above };
  }
  return undefined;
}

async function lockRef(
  repository: Repository,
  path: string,
  oid: string,
): Promise<"held" | "busy" | "again"> {
  const lock = `${path}.lock`;
  try {
    await makeFolders(repository, dirname(path));
    await repository.fs.createFile(lock, `${oid}\n`);
    return "held";
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return "again";
    if (code !== "EEXIST") throw error;
  }
  const content = await repository.fs.readFile(lock, "utf8").catch(missing);
  if (content === undefined) return "again";
  return parseRef(content) === oid ? "held" : "busy";
}

async function makeFolders(repository: Repository, folder: string): Promise<void> {
  if (folder === repository.dir || (await repository.fs.stat(folder).catch(missing))) return;
  await makeFolders(repository, dirname(folder));
  await repository.fs.mkdir(folder);
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "EISDIR") return undefined;
  throw error;
}

import { join, resolve } from "node:path";
import { Refusal } from "../errors";
import { type Disk, type DurableFs, durableFs } from "./durable-fs";
import { HIDDEN, INCOMING } from "./layout";
import { packedRefsReader } from "./packed-refs";
import type { Repository } from "./repository";
import { findSystemGit } from "./system-git";

const FOLDERS = ["", INCOMING, "objects", "objects/info", "objects/pack", "refs", "refs/heads", "refs/tags"];

/** Garbage collection is the registry's to decide, and never takes what a moved tag has let go of. */
const CONFIG = `[core]
	repositoryformatversion = 0
	filemode = true
	bare = true
	logAllRefUpdates = false
[gc]
	auto = 0
	pruneExpire = never
[transfer]
	hideRefs = ${HIDDEN.slice(0, -1)}
`;

/**
 * Opens the bare repository at `dir`, or makes one where there is nothing (its parent folder must exist). Refuses
 * (`unprocessable`) a folder that holds something else. `searchPath` is where to look for `git`, folders joined by
 * colons; without one everything still works, only slower in bulk.
 */
export async function openRepository(
  dir: string,
  {
    searchPath = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin",
    disk,
  }: { searchPath?: string; disk?: Disk } = {},
): Promise<Repository> {
  const root = resolve(dir);
  const fs = durableFs(join(root, INCOMING), disk);
  await refuseOther(root, fs);
  for (const folder of FOLDERS) await fs.mkdir(join(root, folder));
  for (const left of await fs.readdir(join(root, INCOMING))) await fs.unlink(join(root, INCOMING, left));
  if (!(await exists(fs, join(root, "config")))) await fs.writeFile(join(root, "config"), CONFIG);
  if (!(await exists(fs, join(root, "HEAD"))))
    await fs.writeFile(join(root, "HEAD"), "ref: refs/heads/main\n");
  return {
    dir: root,
    fs,
    git: await findSystemGit(root, searchPath),
    packedRefs: packedRefsReader(root, fs),
    packCache: packCache(join(root, "objects/pack"), fs),
  };
}

/** A repository that an earlier start did not finish making passes: it holds nothing but names of ours. */
async function refuseOther(root: string, fs: DurableFs): Promise<void> {
  const names = await fs.readdir(root).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (names.includes("HEAD") && names.includes("objects")) {
    const config = await fs.readFile(join(root, "config"), "utf8").catch(() => "");
    const unusual = /^\s*(objectformat\s*=\s*sha256|refstorage\s*=\s*reftable)\s*$/im.exec(config)?.[1];
    if (unusual)
      throw new Refusal(
        "unprocessable",
        `The repository ${root} uses ${unusual}, which the registry does not read. Convert it, or start with an empty folder.`,
      );
    return;
  }
  const foreign = names.filter((name) => name !== "config" && !FOLDERS.includes(name));
  if (foreign.length > 0)
    throw new Refusal(
      "unprocessable",
      `${root} is not a bare Git repository: it has no HEAD and objects, but holds ${foreign.slice(0, 3).join(", ")}. Name an empty folder or a bare repository.`,
    );
}

async function exists(fs: DurableFs, path: string): Promise<boolean> {
  return fs.stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

function packCache(folder: string, fs: DurableFs): () => Promise<object> {
  let known = { at: Number.NaN, cache: {} };
  return async () => {
    const { mtimeMs } = await fs.stat(folder);
    if (known.at !== mtimeMs) known = { at: mtimeMs, cache: {} };
    return known.cache;
  };
}

import { dirname, join } from "node:path";
import { writeObject as writeGitObject } from "isomorphic-git";
import { objectPathOf } from "./layout";
import type { GitObject } from "./object";
import { ProblemError } from "./problem";
import { readObject } from "./read-object";
import type { Repository } from "./repository";

/** Puts an object into the repository, synced. One that is there already is read back, and replaced if damaged. */
export async function writeObject(repository: Repository, { oid, type, bytes }: GitObject): Promise<void> {
  const { fs, dir: gitdir } = repository;
  const path = join(gitdir, objectPathOf(oid));
  if (await exists(repository, path)) {
    // It may be gone by now: packed, which Git does on the disk first.
    if (await isWhole(repository, oid)) return fs.sync(path).catch(absent);
    await fs.unlink(path).catch(absent);
  }
  await fs.mkdir(dirname(path));
  const written = await writeGitObject({
    fs: { promises: fs },
    gitdir,
    type,
    object: bytes,
    format: "content",
  });
  if (written !== oid)
    throw new Error(`The ${type} ${oid} was written as ${written}: its id was computed wrongly.`);
}

async function exists({ fs }: Repository, path: string): Promise<boolean> {
  return (await fs.stat(path).catch(absent)) !== undefined;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

async function isWhole(repository: Repository, oid: string): Promise<boolean> {
  try {
    await readObject(repository, oid);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code === "too_large";
    throw error;
  }
}

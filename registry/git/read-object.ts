import { Errors, readObject as readGitObject } from "isomorphic-git";
import type { GitObject } from "./object";
import { ProblemError, problem } from "./problem";
import type { Repository } from "./repository";
import { corrupt, LARGEST_OBJECT, tooLarge, verify } from "./version";

/** Reads one object, loose or packed. Throws ProblemError when it is absent, damaged or beyond all measure. */
export async function readObject(repository: Repository, oid: string): Promise<GitObject> {
  const { fs, dir: gitdir } = repository;
  const cache = await repository.packCache();
  try {
    const { type, object } = await readGitObject({
      fs: { promises: fs },
      gitdir,
      oid,
      format: "content",
      cache,
    });
    const whole = { oid, type: type as GitObject["type"], bytes: Buffer.from(object as Uint8Array) };
    if (whole.bytes.length > LARGEST_OBJECT) throw tooLarge(oid);
    verify(whole);
    return whole;
  } catch (error) {
    // What the system says of the disk (EIO, EMFILE) says nothing about the object.
    if (error instanceof ProblemError || (error as NodeJS.ErrnoException).syscall) throw error;
    if (error instanceof Errors.NotFoundError)
      throw problem("missing_object", `The object ${oid} is not in the repository; restore it from a copy.`);
    throw corrupt(oid);
  }
}

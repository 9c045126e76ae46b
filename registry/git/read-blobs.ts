import { type Batches, readInBulk, usual } from "./bulk";
import { type Problem, ProblemError } from "./problem";
import { readObject } from "./read-object";
import type { Repository } from "./repository";
import { verify } from "./version";

/** What came of reading one blob: bytes that have this id, or why there are none. */
export type BlobReading =
  | { oid: string; bytes: Buffer; problem?: undefined }
  | { oid: string; bytes?: undefined; problem: Problem };

/** Reads many blobs by id, in the order given: all that must be read of versions whose tag and commit are known. */
export function readBlobs(repository: Repository, oids: readonly string[]): AsyncGenerator<BlobReading> {
  return readInBulk(repository, oids, readFast, (oid) => readOne(repository, oid));
}

async function readFast(batches: Batches, oids: readonly string[]): Promise<(BlobReading | undefined)[]> {
  const answers = await batches.files().ask(oids);
  return answers.map((answer) =>
    usual(answer, (object) => {
      verify(object);
      return { oid: object.oid, bytes: Buffer.from(object.bytes) };
    }),
  );
}

async function readOne(repository: Repository, oid: string): Promise<BlobReading> {
  try {
    return { oid, bytes: (await readObject(repository, oid)).bytes };
  } catch (error) {
    if (error instanceof ProblemError) return { oid, problem: error.problem };
    throw error;
  }
}

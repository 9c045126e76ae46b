import type { Answer, Batch } from "./batch";
import { type Batches, readInBulk, usual } from "./bulk";
import { fileOf, findTag } from "./layout";
import { readVersion } from "./read-version";
import type { Repository } from "./repository";
import {
  type GitVersion,
  holdsOnly,
  readCommitObject,
  readTagObject,
  type TagRef,
  type VersionReading,
  verify,
} from "./version";

/**
 * Reads many versions, in the order given, with bounded memory. The system's git finds what is plainly a version;
 * everything else is read singly, which tells the problem. Without git all is, and the readings are the same.
 */
export function readVersions(
  repository: Repository,
  refs: readonly TagRef[],
): AsyncGenerator<VersionReading> {
  return readInBulk(repository, refs, readFast, (ref) => readVersion(repository, ref));
}

async function readFast(batches: Batches, refs: readonly TagRef[]): Promise<(VersionReading | undefined)[]> {
  const tagObjects = await batches.history().ask(refs.map(({ oid }) => oid));
  const tags = refs.map((ref, index) =>
    usual(tagObjects[index], (object) => findTag(ref.tag) && readTagObject(ref, object)),
  );
  const commits = await askSome(
    batches.history(),
    tags.map((tag) => tag?.commit),
  );
  const trees = refs.map((ref, index) => usual(commits[index], (object) => readCommitObject(ref, object)));
  const blobs = await askSome(
    batches.files(),
    tags.map((tag, index) => tag && trees[index] && `${trees[index]}:${fileOf(tag.name)}`),
  );
  return refs.map((ref, index) =>
    usual(blobs[index], (object) => {
      const [tag, tree] = [tags[index], trees[index]];
      verify(object);
      if (!tag || !tree || object.type !== "blob" || !holdsOnly(tree, tag, object.oid)) return undefined;
      const bytes = Buffer.from(object.bytes);
      const version: GitVersion = { ...tag, tag: ref.tag, tagOid: ref.oid, blob: object.oid, bytes };
      return { tag: ref.tag, tagOid: ref.oid, version };
    }),
  );
}

/** Asks for those that are defined, and keeps the others' places. */
async function askSome(batch: Batch, expressions: readonly (string | undefined)[]): Promise<Answer[]> {
  const answers = await batch.ask(expressions.filter((expression) => expression !== undefined));
  let next = 0;
  return expressions.map((expression) => (expression === undefined ? undefined : answers[next++]));
}

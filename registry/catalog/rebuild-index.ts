import { Refusal } from "#registry/errors";
import { findTag } from "#registry/git/layout";
import { listTags } from "#registry/git/list";
import { readBlobs } from "#registry/git/read-blobs";
import type { Tags } from "#registry/git/scan";
import { readDefinition } from "#registry/masque/definition";
import { operation } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { type LockRow, listLocks, replaceIndexRows } from "#registry/store/versions";
import { composeBody } from "./body";
import { catchUp } from "./keep-watch";
import { loadShelf } from "./load";
import { digestOf, factsOf } from "./publication";
import { versionRow } from "./rows";

const HELPING = 500;

/** Makes the index of versions anew from the repository and the lock log. What Git has lost stays as it was. */
export const rebuildIndex = operation({
  name: "index.rebuild",
  effect: "write",
  scope: "decide",
  summary: "Rebuilds the index of versions from the repository and the lock log.",
  input: { type: "object", additionalProperties: false, properties: {} },
  output: {
    type: "object",
    required: ["rebuilt", "lost"],
    properties: { rebuilt: { type: "integer" }, lost: { type: "array", items: { type: "string" } } },
  },
  authorize({ actor }) {
    if (actor.kind === "registry") return;
    throw new Refusal("forbidden", "The index is rebuilt on the server itself: npm run reindex.");
  },
  async run({ runtime }) {
    const { store, repository, log } = runtime;
    const [locks, tags] = [await listLocks(store.reader), await listTags(repository)];
    const masques = await store.reader.masque.findMany({ select: { name: true, index: true } });
    const indexes = new Map(masques.map(({ name, index }) => [name, index]));
    const lost: string[] = [];
    for (let from = 0; from < locks.length; from += HELPING) {
      const helping = locks.slice(from, from + HELPING);
      const bytes = await readLocked(runtime, helping);
      const rows = helping.flatMap((lock) => {
        const row = toRow(lock, bytes.get(lock.blobOid), indexes, tags);
        if (!row) lost.push(lock.tag);
        return row ?? [];
      });
      await store.transact((tx) => replaceIndexRows(tx, rows));
    }
    await store.transact((tx) => tx.quarantine.deleteMany());
    await loadShelf(runtime);
    await catchUp(runtime);
    for (const tag of lost)
      log.error({ tag }, "the repository has lost a locked version; its index row stays as it was");
    return { rebuilt: locks.length - lost.length, lost };
  },
});

/** Whether versions that are locked are missing from the index: then it has to be made anew before anything else. */
export async function isIndexShort({ store }: Pick<Runtime, "store">): Promise<boolean> {
  const [locks, versions] = [await store.reader.tagLock.count(), await store.reader.version.count()];
  return versions < locks;
}

async function readLocked(
  { repository }: Runtime,
  locks: readonly LockRow[],
): Promise<ReadonlyMap<string, Buffer>> {
  const bytes = new Map<string, Buffer>();
  const oids = locks.map(({ blobOid }) => blobOid);
  for await (const reading of readBlobs(repository, oids))
    if (reading.bytes) bytes.set(reading.oid, reading.bytes);
  return bytes;
}

/** The index row that a lock stands for, or undefined where its bytes are not what was locked. */
function toRow(lock: LockRow, bytes: Buffer | undefined, indexes: ReadonlyMap<string, number>, tags: Tags) {
  const named = findTag(lock.tag);
  const index = named && indexes.get(named.name);
  if (!bytes || !named || index === undefined || digestOf(bytes) !== lock.digest) return undefined;
  const { definition } = readDefinition(bytes, { name: named.name });
  if (!definition) return undefined;
  const { tag, tagOid, commitOid: commit, blobOid: blob, digest, degraded, at: publishedAt } = lock;
  const authorId = lock.authorId ?? undefined;
  const facts = factsOf(named.name, definition, {
    digest,
    degraded,
    publishedAt,
    authorId,
    git: { tag, tagOid, commit, blob },
  });
  const row = versionRow({ facts, bytes, body: composeBody(facts, index, definition) });
  return { ...row, state: "published", tampered: tags.get(tag) !== tagOid };
}

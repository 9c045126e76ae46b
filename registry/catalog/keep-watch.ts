import { REPOSITORY } from "#registry/actor";
import { findTag } from "#registry/git/layout";
import { listTags } from "#registry/git/list";
import { packRefs } from "#registry/git/pack";
import type { Tags } from "#registry/git/scan";
import type { TagRef } from "#registry/git/version";
import { compareTags, type TagChanges, type TagWatch, watchTags } from "#registry/git/watch";
import { invoke } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { adoptMasque } from "./adopt";
import type { VersionFacts } from "./facts";
import { guardTag } from "./guard";

/** Tags in files of their own cost a look each second; past so many new ones they are packed into one. */
const MANY_LOOSE = 1000;

/**
 * Brings the catalogue into step with the tags that stand in the repository now, and keeps it so. Resolves when the
 * first comparison is done.
 */
export async function keepWatch(runtime: Runtime): Promise<TagWatch> {
  const { repository, log } = runtime;
  const known = await catchUp(runtime);
  let loose = 0;
  return watchTags(repository, {
    known,
    made() {
      const made = runtime.newTags.splice(0);
      loose += made.length;
      if (loose >= MANY_LOOSE) {
        loose = 0;
        packRefs(repository).catch((error) => log.warn({ error: String(error) }, "packing the tags failed"));
      }
      return made;
    },
    onChange: (changes) => heed(runtime, changes),
    onError: (error) => log.error({ error: String(error) }, "looking after the repository's tags failed"),
  });
}

/** Brings the catalogue into step once, and answers what the tags are. */
export async function catchUp(runtime: Runtime): Promise<Tags> {
  const now = await listTags(runtime.repository);
  const changes = compareTags(await knownTags(runtime), now);
  if (changes) await heed(runtime, changes);
  return now;
}

/** What the tags are as far as the catalogue knows; those that were set aside count as known. */
async function knownTags({ shelf, store }: Runtime): Promise<ReadonlyMap<string, string>> {
  const versions = shelf.list("admin", "name").flatMap(({ versions }) => versions);
  const aside = await store.reader.quarantine.findMany({ select: { tag: true, tagOid: true } });
  return new Map([
    ...aside.map(({ tag, tagOid }) => [tag, tagOid] as const),
    ...versions.map(({ git, tampered }) => [git.tag, tampered ? "" : git.tagOid] as const),
  ]);
}

async function heed(runtime: Runtime, { added, moved, removed }: TagChanges): Promise<void> {
  const now = [...added, ...moved.map(({ tag, to }) => ({ tag, oid: to }))];
  const changed = [...now, ...removed.map(({ tag }) => ({ tag, oid: undefined }))];
  await settle(runtime, changed);
  const unknown: TagRef[] = [];
  const forgotten: string[] = [];
  for (const { tag, oid } of changed) {
    const locked = findLocked(runtime, tag);
    if (locked) {
      const isMoved = oid !== locked.git.tagOid;
      if (isMoved !== locked.tampered) await invoke(runtime, guardTag, REPOSITORY, { tag, oid });
    } else if (oid === undefined) forgotten.push(tag);
    else unknown.push({ tag, oid });
  }
  if (unknown.length > 0) await invoke(runtime, adoptMasque, REPOSITORY, { tags: unknown });
  if (forgotten.length > 0) {
    await runtime.store.transact((tx) => tx.quarantine.deleteMany({ where: { tag: { in: forgotten } } }));
  }
}

/** Lets publications end that are under way: their tags stand in the repository before the shelf knows of them. */
async function settle(runtime: Runtime, changed: readonly { tag: string }[]): Promise<void> {
  const names = new Set(changed.flatMap(({ tag }) => findTag(tag)?.name ?? []));
  await Promise.all([...names].map((name) => runtime.inTurn(name, async () => undefined)));
}

function findLocked({ shelf }: Runtime, tag: string): VersionFacts | undefined {
  const named = findTag(tag);
  return named && shelf.findVersion("admin", named.name, named.version);
}

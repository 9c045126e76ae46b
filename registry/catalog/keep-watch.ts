import { REPOSITORY } from "#registry/actor";
import { listTags } from "#registry/git/list";
import type { Tags } from "#registry/git/scan";
import { compareTags, type TagChanges, type TagWatch, watchTags } from "#registry/git/watch";
import { RINGS } from "#registry/masque/ring";
import { invoke } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { adoptMasque } from "./adopt";
import { guardTag } from "./guard";

/** So many tags are taken in at once: enough to be quick, few enough to answer requests in between. */
const HELPING = 250;

/**
 * Brings the catalogue into step with the tags that stand in the repository now, and keeps it so. Resolves when the
 * first comparison is done.
 */
export async function keepWatch(runtime: Runtime): Promise<TagWatch> {
  const now = await catchUp(runtime);
  return watchTags(runtime.repository, {
    known: now,
    onChange: (changes) => heed(runtime, changes),
    onError: (error) =>
      runtime.log.error({ error: String(error) }, "looking after the repository's tags failed"),
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
  const innermost = RINGS[RINGS.length - 1] ?? "admin";
  const versions = shelf.list(innermost, "name").flatMap(({ versions }) => versions);
  const aside = await store.reader.quarantine.findMany({ select: { tag: true, tagOid: true } });
  return new Map([
    ...aside.map(({ tag, tagOid }) => [tag, tagOid] as const),
    ...versions.map(({ git, tampered }) => [git.tag, tampered ? "" : git.tagOid] as const),
  ]);
}

async function heed(runtime: Runtime, { added, moved, removed }: TagChanges): Promise<void> {
  const { shelf } = runtime;
  const innermost = RINGS[RINGS.length - 1] ?? "admin";
  const locked = new Set(
    shelf.list(innermost, "name").flatMap(({ versions }) => versions.map(({ git }) => git.tag)),
  );
  const now = [...added, ...moved.map(({ tag, to }) => ({ tag, oid: to }))];
  for (const ref of [...now, ...removed.map(({ tag }) => ({ tag, oid: undefined }))]) {
    if (locked.has(ref.tag)) await invoke(runtime, guardTag, REPOSITORY, ref);
  }
  const unknown = now.filter(({ tag }) => !locked.has(tag));
  for (let from = 0; from < unknown.length; from += HELPING) {
    await invoke(runtime, adoptMasque, REPOSITORY, { tags: unknown.slice(from, from + HELPING) });
  }
  const forgotten = removed.map(({ tag }) => tag).filter((tag) => !locked.has(tag));
  if (forgotten.length > 0) {
    await runtime.store.transact((tx) => tx.quarantine.deleteMany({ where: { tag: { in: forgotten } } }));
  }
}

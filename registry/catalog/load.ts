import type { MasqueName } from "#registry/masque/name";
import type { Ring } from "#registry/masque/ring";
import type { Version } from "#registry/masque/version";
import type { Runtime } from "#registry/runtime";
import { type FactsRow, listFacts, listWithdrawals, type WithdrawalRow } from "#registry/store/versions";
import type { VersionFacts, VersionState } from "./facts";

/** Fills the shelf from the index: one pass over the rows, no file read, nothing parsed but the skills. */
export async function loadShelf({ store, shelf, bodies }: Runtime): Promise<void> {
  const withdrawals = await listWithdrawals(store.reader);
  const latest = new Map(withdrawals.map((row) => [`${row.masqueName}@${row.version}`, row]));
  shelf.clear();
  bodies.clear();
  for await (const row of listFacts(store.reader))
    shelf.put(row.masque.index, toFacts(row, latest.get(`${row.masqueName}@${row.version}`)));
}

/** A row of the index as facts. Rows were checked when they were written, so their words are taken as they are. */
export function toFacts(row: FactsRow, withdrawal: WithdrawalRow | undefined): VersionFacts {
  return {
    name: row.masqueName as MasqueName,
    version: row.version as Version,
    declaredVersion: row.declaredVersion,
    ring: row.ring as Ring,
    digest: row.digest,
    title: row.title,
    tagline: row.tagline,
    skills: JSON.parse(row.skills),
    state: (withdrawal?.state ?? "published") as VersionState,
    reason: withdrawal?.reason,
    replacement: withdrawal?.replacement ?? undefined,
    since: withdrawal?.at ?? row.publishedAt,
    tampered: row.tampered,
    degraded: row.degraded,
    publishedAt: row.publishedAt,
    authorId: row.authorId ?? undefined,
    git: { tag: row.tag, tagOid: row.tagOid, commit: row.commitOid, blob: row.blobOid },
  };
}

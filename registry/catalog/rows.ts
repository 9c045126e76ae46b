import type { PublishingRows } from "#registry/store/versions";
import type { VersionFacts } from "./facts";
import type { Publication } from "./publication";

/** The index row of a version. */
export function versionRow({ facts, bytes, body }: Pick<Publication, "facts" | "bytes" | "body">) {
  return {
    masqueName: facts.name,
    version: facts.version,
    declaredVersion: facts.declaredVersion,
    ring: facts.ring,
    digest: facts.digest,
    title: facts.title,
    tagline: facts.tagline,
    skills: JSON.stringify(facts.skills),
    tampered: facts.tampered,
    degraded: facts.degraded,
    authorId: facts.authorId,
    publishedAt: facts.publishedAt,
    tag: facts.git.tag,
    tagOid: facts.git.tagOid,
    commitOid: facts.git.commit,
    blobOid: facts.git.blob,
    source: new Uint8Array(bytes),
    body: new Uint8Array(body),
  };
}

/** The lock of a version: where its tag points, for ever. */
export function lockRow({ git, digest, degraded, publishedAt, authorId }: VersionFacts) {
  const { tag, tagOid, commit: commitOid, blob: blobOid } = git;
  return { tag, tagOid, commitOid, blobOid, digest, degraded, authorId, at: publishedAt };
}

/** All that a decision to publish writes; `first` where the name is new. */
export function publishingRows(
  publication: Publication,
  first: { index: number; founder: string | undefined } | undefined,
): PublishingRows {
  const { name: masqueName, publishedAt } = publication.facts;
  return {
    masque: first && { name: masqueName, index: first.index, createdAt: publishedAt },
    maintainer:
      first?.founder === undefined ? undefined : { masqueName, memberId: first.founder, since: publishedAt },
    version: { ...versionRow(publication), state: "publishing", plan: { ...publication.inscription } },
    lock: lockRow(publication.facts),
  };
}

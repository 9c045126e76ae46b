import type { TypeOf } from "#registry/schema-type";
import { latestOf, type MasqueFacts, type VersionFacts } from "./facts";
import type { itemShape, versionShape } from "./shapes";

/** A masque as lists show it. */
export type Item = TypeOf<typeof itemShape>;
/** A version as lists show it. */
export type VersionItem = TypeOf<typeof versionShape>;

export function toItem(masque: MasqueFacts): Item {
  const { title, tagline, ring, version, digest, publishedAt, state, skills } = latestOf(masque);
  return {
    name: masque.name,
    title,
    tagline,
    index: masque.index,
    ring,
    latest: { version, digest, publishedAt: publishedAt.toISOString(), state },
    versionCount: masque.versions.length,
    skills: [...skills],
  };
}

export function toVersionItem(facts: VersionFacts): VersionItem {
  const { version, declaredVersion, digest, state, tampered, degraded, ring, publishedAt, git } = facts;
  return {
    version,
    declaredVersion,
    digest,
    state,
    tampered,
    degraded,
    ring,
    publishedAt: publishedAt.toISOString(),
    git,
  };
}

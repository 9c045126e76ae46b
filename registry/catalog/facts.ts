import type { MasqueName } from "#registry/masque/name";
import type { Ring } from "#registry/masque/ring";
import type { Version } from "#registry/masque/version";

/** Where a version stands. Withdrawn ones are kept, each with its own consequences (DESIGN §3). */
export type VersionState = "published" | "deprecated" | "yanked" | "revoked";

/** Where a version lies in the repository. */
export interface GitFacts {
  readonly tag: string;
  readonly tagOid: string;
  readonly commit: string;
  readonly blob: string;
}

/** What is known of a published version without reading its file; held in memory for every version there is. */
export interface VersionFacts {
  readonly name: MasqueName;
  readonly version: Version;
  readonly declaredVersion: string;
  readonly ring: Ring;
  readonly digest: string;
  readonly title: string;
  readonly tagline: string | null;
  readonly skills: readonly { readonly uri: string; readonly level: string }[];
  readonly state: VersionState;
  readonly reason?: string;
  readonly replacement?: string;
  /** When the state was entered. */
  readonly since: Date;
  /** The tag in the repository no longer leads to the locked bytes. */
  readonly tampered: boolean;
  /** Published at once because nobody else could approve it; said of it for ever. */
  readonly degraded: boolean;
  readonly publishedAt: Date;
  readonly authorId?: string;
  readonly git: GitFacts;
}

/** A masque as far as one ring may see it. `versions` are newest first and never empty. */
export interface MasqueFacts {
  readonly name: MasqueName;
  readonly index: number;
  readonly versions: readonly VersionFacts[];
}

/** The version that stands for the masque: the newest in use, or the newest of all where none is. */
export function latestOf(masque: MasqueFacts): VersionFacts {
  const inUse = masque.versions.find(({ state }) => state === "published" || state === "deprecated");
  return inUse ?? (masque.versions[0] as VersionFacts);
}

import { createHash } from "node:crypto";
import { type PublicationPlan, planPublication } from "#registry/git/plan";
import type { Definition } from "#registry/masque/definition";
import type { MasqueName } from "#registry/masque/name";
import { compareVersions } from "#registry/masque/version";
import { composeBody } from "./body";
import type { MasqueFacts, VersionFacts } from "./facts";

/** What a tag says of its version in the repository; with the file, all there is to know. */
export interface Inscription {
  readonly message: string;
  readonly parent?: string;
  readonly trailers: Record<string, string>;
}

/** A version about to be: everything computed, nothing written. */
export interface Publication {
  readonly facts: VersionFacts;
  readonly bytes: Buffer;
  readonly body: Buffer;
  readonly inscription: Inscription;
  readonly plan: PublicationPlan;
}

/** The trailer of a version that nobody else could approve. */
export const DEGRADED = "Masque-Degraded";

/** The sha256 of the exact bytes, in the form of subresource integrity. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

/** Works out a publication. Times are whole seconds, because that is what Git keeps and all must follow from Git. */
export function composePublication(given: {
  name: MasqueName;
  index: number;
  definition: Definition;
  bytes: Buffer;
  /** As the version's own ring sees it, so that no history carries what its reader may not see. */
  earlier: MasqueFacts | undefined;
  authorId: string;
  /** Who approved it, by their opaque ids. */
  approvers: readonly string[];
  degraded: boolean;
  at: Date;
  message: string;
}): Publication {
  const { name, index, definition, bytes, authorId, approvers, degraded } = given;
  const digest = digestOf(bytes);
  const publishedAt = new Date(Math.floor(given.at.getTime() / 1000) * 1000);
  const parent = given.earlier?.versions.find(
    ({ version }) => compareVersions(version, definition.version) < 0,
  );
  const inscription: Inscription = {
    message: given.message,
    parent: parent?.git.commit,
    trailers: {
      "Masque-Index": String(index),
      "Masque-Digest": digest,
      "Masque-Author": authorId,
      ...(approvers.length > 0 && { "Masque-Approved-By": approvers.join(", ") }),
      ...(degraded && { [DEGRADED]: "true" }),
    },
  };
  const plan = inscribe(name, definition.version, bytes, publishedAt, inscription);
  const git = { tag: plan.tag, tagOid: plan.tagOid, commit: plan.commit, blob: plan.blob };
  const facts = factsOf(name, definition, { digest, degraded, publishedAt, authorId, git });
  return { facts, bytes, inscription, plan, body: composeBody(facts, index, definition) };
}

/** The Git objects of a version. Members appear by their opaque ids alone: a repository is cloned and outlives names. */
export function inscribe(
  name: MasqueName,
  version: VersionFacts["version"],
  bytes: Buffer,
  at: Date,
  { message, parent, trailers }: Inscription,
): PublicationPlan {
  const author = trailers["Masque-Author"] ?? "registry";
  return planPublication({
    name,
    version,
    bytes,
    parent,
    author: { name: author, email: `${author}@masque.invalid`, at },
    message,
    trailers,
  });
}

/** The facts of a version in good standing. */
export function factsOf(
  name: MasqueName,
  definition: Definition,
  published: Pick<VersionFacts, "digest" | "degraded" | "publishedAt" | "authorId" | "git">,
): VersionFacts {
  const { tagline } = definition.attributes;
  return {
    name,
    version: definition.version,
    declaredVersion: definition.declaredVersion,
    ring: definition.ring,
    title: definition.name,
    tagline: typeof tagline === "string" ? tagline : null,
    skills: definition.skills,
    state: "published",
    since: published.publishedAt,
    tampered: false,
    ...published,
  };
}

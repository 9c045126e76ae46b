import type { Definition } from "#registry/masque/definition";
import type { MasqueName } from "#registry/masque/name";
import type { TypeOf } from "#registry/schema-type";
import type { VersionFacts } from "./facts";
import type { resolvedShape } from "./shapes";

/** What of a version goes into its resolved body: all of it follows from the repository, so it can be made again. */
type Published = Pick<
  VersionFacts,
  "name" | "version" | "declaredVersion" | "digest" | "ring" | "publishedAt" | "git"
>;

/** The resolved body, as bytes. It never changes: where a version stands is told elsewhere. */
export function composeBody(version: Published, index: number, definition: Definition): Buffer {
  const body: TypeOf<typeof resolvedShape> = {
    reference: referenceTo(version.name, version.version),
    name: version.name,
    version: version.version,
    declaredVersion: version.declaredVersion,
    pinned: true,
    digest: version.digest,
    ring: version.ring,
    index,
    title: definition.name,
    publishedAt: version.publishedAt.toISOString(),
    git: version.git,
    intent: definition.intent,
    context: definition.context,
    knowledge: definition.knowledge,
    access: definition.access && { ...definition.access },
    lens: definition.lens,
    skills: definition.skills,
    attributes: definition.attributes,
    rubric: definition.rubric,
  };
  return Buffer.from(JSON.stringify(body));
}

/** The canonical pin: `masque:homelab@v2.3.0`. */
export function referenceTo(name: MasqueName, version: string): string {
  return `masque:${name}@v${version}`;
}

import { Refusal } from "#registry/errors";
import type { MasqueName } from "#registry/masque/name";
import type { Version } from "#registry/masque/version";
import type { Runtime } from "#registry/runtime";
import { findSource } from "#registry/store/versions";
import type { VersionFacts } from "./facts";
import { digestOf } from "./publication";

/** The version that already stands there, when it is the same to the byte; refuses other bytes, always. */
export async function findPublished(
  { shelf, store }: Runtime,
  name: MasqueName,
  version: Version,
  bytes: Buffer,
): Promise<VersionFacts | undefined> {
  const facts = shelf.findVersion("admin", name, version);
  if (!facts) return undefined;
  const same =
    facts.digest === digestOf(bytes) && bytes.equals(await findSource(store.reader, name, version));
  if (same) return facts;
  throw new Refusal(
    "conflict.version",
    `${name}@${version} is published with other content, and a version never changes. Raise the version and publish again.`,
  );
}

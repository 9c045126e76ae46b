import { Refusal } from "../errors";
import { findName, type MasqueName } from "../masque/name";
import { quote } from "../masque/quote";
import { findVersion, type Version } from "../masque/version";

/** Where tags live in a Git repository. */
export const TAGS = "refs/tags/";

/** Where the registry keeps what it has locked, out of sight of clones and pushes. */
export const HIDDEN = "refs/masque/";

/** A masque's version, as a tag spells it. */
export interface TagName {
  name: MasqueName;
  version: Version;
}

/** The tag of a version, below `refs/tags/`: `homelab@v2.3.0`, `engineer/backend@v1.0.0`. */
export function tagOf(name: MasqueName, version: Version): string {
  return `${name.replace(":", "/")}@v${version}`;
}

/** The version that a tag stands for, or undefined. Each version has exactly one tag, so `homelab@v2.3` is none. */
export function findTag(tag: string): TagName | undefined {
  const at = tag.lastIndexOf("@");
  const name = at < 0 || tag.includes(":") ? undefined : findName(tag.slice(0, at).replace("/", ":"));
  const version = findVersion(tag.slice(at + 1));
  return name && version && tagOf(name, version) === tag ? { name, version } : undefined;
}

/** The version that a tag stands for; refuses (`invalid`) any other tag and says which form is meant. */
export function parseTag(tag: string): TagName {
  const found = findTag(tag);
  if (found) return found;
  throw new Refusal("invalid", `The tag ${quote(tag)} is not a version: ${whyMalformed(tag)}.`);
}

function whyMalformed(tag: string): string {
  const at = tag.lastIndexOf("@");
  if (at < 0) return "a version's tag is NAME@vX.Y.Z, such as homelab@v2.3.0 or engineer/backend@v1.0.0";
  const name = tag.includes(":") ? undefined : findName(tag.slice(0, at).replace("/", ":"));
  if (!name)
    return `${quote(tag.slice(0, at))} is not a masque's name (NAME or NAMESPACE/NAME in a–z, 0–9 and hyphens)`;
  const version = findVersion(tag.slice(at + 1));
  if (!version) return `${quote(tag.slice(at + 1))} is not a version such as v2.3.0`;
  return `it would be written ${tagOf(name, version)}`;
}

/** The full ref of a tag. */
export function refOf(tag: string): string {
  return TAGS + tag;
}

/** The one file that a version's commit holds: `personas/engineer/backend.masque.yaml`. */
export function fileOf(name: MasqueName): string {
  return `personas/${name.replace(":", "/")}.masque.yaml`;
}

/** The hidden ref that keeps one object of a locked version, whatever becomes of the tag. */
export function lockedRefOf(tag: string, oid: string): string {
  return `${HIDDEN}locked/${tag}/${oid}`;
}

/** Where Git keeps a loose object, below the repository's folder. */
export function objectPathOf(oid: string): string {
  return `objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
}

/** Where files are written before they get their name, below the repository's folder. Git knows nothing of it. */
export const INCOMING = "masque-incoming";

/** The file in which Git keeps refs that no longer have one of their own. */
export const PACKED_REFS = "packed-refs";

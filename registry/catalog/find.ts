import { notFound, Refusal } from "#registry/errors";
import { findName } from "#registry/masque/name";
import { findVersion } from "#registry/masque/version";
import type { Context } from "#registry/operation";
import type { MasqueFacts, VersionFacts } from "./facts";

type Viewer = Pick<Context, "ring" | "runtime">;

/** The masque of that name as the caller sees it; `not_found` for hidden, absent and impossible names alike. */
export function requireMasque({ ring, runtime }: Viewer, name: string): MasqueFacts {
  const parsed = findName(name);
  const masque = parsed && runtime.shelf.find(ring, parsed);
  if (!masque) throw notFound();
  return masque;
}

/** The version as the caller sees it, withdrawn or not. */
export function requireVersion({ ring, runtime }: Viewer, name: string, version: string): VersionFacts {
  const [parsed, number] = [findName(name), findVersion(version)];
  const facts = parsed && number && runtime.shelf.findVersion(ring, parsed, number);
  if (!facts) throw notFound();
  return facts;
}

/** Of a revoked version nothing is served but this. */
export function refuseRevoked(version: VersionFacts): void {
  if (version.state !== "revoked") return;
  const instead = version.replacement ? ` Use ${version.replacement} instead.` : "";
  throw new Refusal("gone", `${version.name}@${version.version} was revoked: ${version.reason}.${instead}`);
}

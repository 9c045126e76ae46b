import { latestOf, type MasqueFacts, type VersionFacts } from "./facts";

/** The version that a new one is measured against: the latest, or the newest of those that were not revoked. */
export function baselineOf(masque: MasqueFacts): VersionFacts | undefined {
  const latest = latestOf(masque);
  return latest.state === "revoked" ? masque.versions.find(({ state }) => state !== "revoked") : latest;
}

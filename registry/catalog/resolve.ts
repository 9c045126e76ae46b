import { notFound } from "#registry/errors";
import { parseReference, selectVersion } from "#registry/masque/reference";
import { operation } from "#registry/operation";
import type { VersionFacts } from "./facts";
import { refuseRevoked } from "./find";
import { resolvedShape } from "./shapes";

/** A version and its body as served. `pinned` says whether the reference can ever mean another version. */
export interface Resolution {
  readonly version: VersionFacts;
  readonly pinned: boolean;
  readonly body: Buffer;
}

/** What a reference means: bytes looked up by name and version. A moving selector is answered with its pin, unpinned. */
export const resolveMasque = operation({
  name: "masque.resolve",
  effect: "read",
  scope: "read",
  summary: "Resolves a reference such as masque:homelab@v2.3 to one version with all five components.",
  input: {
    type: "object",
    required: ["reference"],
    additionalProperties: false,
    properties: { reference: { type: "string", maxLength: 512 } },
  },
  output: resolvedShape,
  async run({ ring, runtime }, { reference }): Promise<Resolution> {
    const { name, selector } = parseReference(reference);
    const masque = runtime.shelf.find(ring, name);
    if (!masque) throw notFound();
    const pinned = selector.kind === "pin";
    const candidates = pinned ? masque.versions : masque.versions.filter(isOffered);
    const chosen = selectVersion(
      selector,
      candidates.map(({ version }) => version),
    );
    const version = candidates.find((candidate) => candidate.version === chosen);
    if (!version) throw notFound();
    refuseRevoked(version);
    return { version, pinned, body: await runtime.bodies.get(version) };
  },
});

/** Ranges and `latest` skip what its elders took out of use, and what no longer is what it was. */
function isOffered({ state, tampered }: VersionFacts): boolean {
  return (state === "published" || state === "deprecated") && !tampered;
}

import { notFound } from "#registry/errors";
import { parseReference, type Selector, selectVersion } from "#registry/masque/reference";
import type { Version } from "#registry/masque/version";
import { operation } from "#registry/operation";
import type { MasqueFacts, VersionFacts } from "./facts";
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
  run({ ring, runtime }, { reference }): Resolution | Promise<Resolution> {
    const { name, selector } = parseReference(reference);
    const masque = runtime.shelf.find(ring, name);
    const pinned = selector.kind === "pin";
    const version = masque && (pinned ? findPinned(masque, selector.version) : findOffered(masque, selector));
    if (!version) throw notFound();
    refuseRevoked(version);
    const body = runtime.bodies.get(version);
    // Mostly the body is in memory; waiting for what is there costs as much as finding it.
    return body instanceof Promise
      ? body.then((read) => ({ version, pinned, body: read }))
      : { version, pinned, body };
  },
});

function findPinned({ versions }: MasqueFacts, wanted: Version): VersionFacts | undefined {
  return versions.find(({ version }) => version === wanted);
}

/** Ranges and `latest` skip what its elders took out of use, and what no longer is what it was. */
function findOffered({ versions }: MasqueFacts, selector: Selector): VersionFacts | undefined {
  const offered = versions.filter(
    ({ state, tampered }) => (state === "published" || state === "deprecated") && !tampered,
  );
  const chosen = selectVersion(
    selector,
    offered.map(({ version }) => version),
  );
  return offered.find(({ version }) => version === chosen);
}

import { operation } from "#registry/operation";
import { findSource } from "#registry/store/versions";
import { refuseRevoked, requireVersion } from "./find";
import { versionInput } from "./version";

export const showSource = operation({
  name: "masque.source",
  effect: "read",
  scope: "read",
  summary: "Gives the file of one version, byte for byte as it was published.",
  input: versionInput,
  output: {
    type: "object",
    required: ["source", "digest"],
    properties: { source: { type: "string" }, digest: { type: "string" } },
  },
  async run(context, { name, version }) {
    const facts = requireVersion(context, name, version);
    refuseRevoked(facts);
    const bytes = await findSource(context.runtime.store.reader, facts.name, facts.version);
    return { source: bytes.toString("utf8"), digest: facts.digest, ring: facts.ring };
  },
});

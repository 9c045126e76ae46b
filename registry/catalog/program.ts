import { compileMasque } from "#registry/masque/program/compile";
import { operation } from "#registry/operation";
import { refuseRevoked, requireVersion } from "./find";
import { versionInput } from "./version";

export const showProgram = operation({
  name: "masque.program",
  effect: "read",
  scope: "read",
  summary: "Gives one version as a program: an ES module without imports that decides as the registry does.",
  input: versionInput,
  output: {
    type: "object",
    required: ["program", "digest"],
    properties: { program: { type: "string" }, digest: { type: "string" } },
  },
  async run(context, { name, version }) {
    const facts = requireVersion(context, name, version);
    refuseRevoked(facts);
    const { definition } = await context.runtime.definitions(facts);
    const program = compileMasque(definition, { name: facts.name, digest: facts.digest });
    return { program, digest: facts.digest, ring: facts.ring };
  },
});

import { notFound } from "#registry/errors";
import { operation } from "#registry/operation";
import { sees } from "#registry/rings/visibility";
import { requireMasque } from "./find";
import { requireMaintainer } from "./maintainers";

export const maintainerInput = {
  type: "object",
  required: ["name", "handle"],
  additionalProperties: false,
  properties: { name: { type: "string", maxLength: 200 }, handle: { type: "string", maxLength: 64 } },
} as const;

export const maintainerOutput = {
  type: "object",
  required: ["name", "handle"],
  properties: { name: { type: "string" }, handle: { type: "string" } },
} as const;

export const addMaintainer = operation({
  name: "maintainer.add",
  effect: "write",
  scope: "publish",
  summary: "Lets a member publish new versions of a masque.",
  input: maintainerInput,
  output: maintainerOutput,
  authorize: (context, { name }) => requireMaintainer(context, requireMasque(context, name).name),
  async run(context, { name, handle }) {
    const masque = requireMasque(context, name);
    const member = context.runtime.people.findByHandle(handle);
    if (!member || !sees(context.ring, member.ring)) throw notFound();
    const where = { masqueName_memberId: { masqueName: masque.name, memberId: member.id } };
    const create = { masqueName: masque.name, memberId: member.id, since: context.now };
    await context.commit({ masque: masque.name, member: member.id, ring: member.ring }, (tx) =>
      tx.maintainer.upsert({ where, create, update: {} }),
    );
    return { name: masque.name, handle: member.handle };
  },
});

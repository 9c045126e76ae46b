import { notFound } from "#registry/errors";
import { operation } from "#registry/operation";
import { sees } from "#registry/rings/visibility";
import { maintainerInput, maintainerOutput } from "./add-maintainer";
import { requireMasque } from "./find";
import { requireMaintainer } from "./maintainers";

export const removeMaintainer = operation({
  name: "maintainer.remove",
  effect: "write",
  scope: "publish",
  summary: "Takes a masque out of a member's hands. A masque without maintainers is kept by the elders.",
  input: maintainerInput,
  output: maintainerOutput,
  authorize: (context, { name }) => requireMaintainer(context, requireMasque(context, name).name),
  async run(context, { name, handle }) {
    const masque = requireMasque(context, name);
    const member = context.runtime.people.findByHandle(handle);
    if (!member || !sees(context.ring, member.ring)) throw notFound();
    await context.commit({ masque: masque.name, member: member.id, ring: member.ring }, (tx) =>
      tx.maintainer.deleteMany({ where: { masqueName: masque.name, memberId: member.id } }),
    );
    return { name: masque.name, handle: member.handle };
  },
});

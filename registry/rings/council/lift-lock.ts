import { notFound } from "#registry/errors";
import { operation } from "#registry/operation";
import { requireRing } from "../require-ring";
import { doneShape } from "../shapes";

export const liftLock = operation({
  name: "lock.lift",
  effect: "write",
  scope: "decide",
  summary: "Lifts an emergency lock.",
  input: {
    type: "object",
    required: ["id"],
    additionalProperties: false,
    properties: { id: { type: "string", maxLength: 64 } },
  },
  output: doneShape,
  authorize: (context) => void requireRing(context, "admin"),
  async run(context, { id }) {
    const { society } = context.runtime;
    const lock = [...society.locks()].find((one) => one.id === id);
    if (!lock) throw notFound();
    const about = lock.kind === "member" ? { member: lock.subject } : { masque: lock.subject };
    const data = { liftedAt: context.now, lifterId: requireRing(context, "admin").member.id };
    await context.commit({ ...about, ring: lock.ring }, (tx) => tx.lock.update({ where: { id }, data }));
    society.dropLock(id);
    return {};
  },
});

import { notFound, Refusal } from "#registry/errors";
import { findName } from "#registry/masque/name";
import { type Context, operation } from "#registry/operation";
import type { Lock } from "../facts";
import { requireRing } from "../require-ring";
import { newId } from "../secret";
import { requireSeen } from "../view-member";
import { lockShape, viewLock } from "./view-lock";

interface Named {
  readonly member?: string;
  readonly masque?: string;
  readonly session?: string;
}

/** Stops a member or a masque in an emergency, at once, until an elder lifts it. */
export const lockSubject = operation({
  name: "lock.create",
  effect: "write",
  scope: "decide",
  summary: "Locks a member or a masque in an emergency, at once and with a reason.",
  input: {
    type: "object",
    required: ["subject", "reason"],
    additionalProperties: false,
    properties: {
      subject: {
        type: "object",
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
        properties: {
          member: { type: "string", maxLength: 64 },
          masque: { type: "string", maxLength: 200 },
          session: { type: "string", maxLength: 64 },
        },
      },
      reason: { type: "string", minLength: 1, maxLength: 1000, pattern: "\\S" },
    },
  },
  output: lockShape,
  authorize: (context) => void requireRing(context, "admin"),
  run(context, { subject, reason }) {
    return context.runtime.inTurn("locks", async () => {
      const { society } = context.runtime;
      const found = find(context, subject);
      if (society.findLock(found.kind, found.subject))
        throw new Refusal("conflict", "This is locked already.");
      const authorId = requireRing(context, "admin").member.id;
      const lock: Lock = { id: newId(), ...found, reason, authorId, at: context.now };
      const about = found.kind === "member" ? { member: found.subject } : { masque: found.subject };
      await context.commit({ ...about, ring: found.ring }, (tx) => tx.lock.create({ data: lock }));
      society.putLock(lock);
      return viewLock(context, lock);
    });
  },
});

function find(context: Context, { member, masque }: Named): Pick<Lock, "kind" | "subject" | "ring"> {
  if (member !== undefined) {
    const { facts } = requireSeen(context, member);
    if (facts.id === requireRing(context, "admin").member.id) {
      throw new Refusal("forbidden", "Nobody locks themselves out. Sign out everywhere instead.");
    }
    return { kind: "member", subject: facts.id, ring: facts.ring };
  }
  const name = masque === undefined ? undefined : findName(masque);
  const versions = name && context.runtime.shelf.find(context.ring, name)?.versions;
  if (!name || !versions?.[0]) throw notFound();
  return { kind: "masque", subject: name, ring: versions[0].ring };
}

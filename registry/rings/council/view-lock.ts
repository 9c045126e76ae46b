import { RINGS } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import type { Lock } from "../facts";
import { shownAs } from "../visibility";

const text = { type: "string" } as const;

export const lockShape = {
  type: "object",
  required: ["id", "subject", "ring", "reason", "by", "at"],
  properties: {
    id: text,
    subject: { type: "object", properties: { member: text, masque: text, session: text } },
    ring: { type: "string", enum: RINGS },
    reason: text,
    by: text,
    at: { type: "string", format: "date-time" },
  },
} as const;

/** A lock as elders see it; a member by handle. */
export function viewLock(
  { runtime, ring: viewer }: Context,
  { id, kind, subject, ring, reason, authorId, at }: Lock,
) {
  const author = runtime.people.find(authorId);
  const name = kind === "member" ? (runtime.people.find(subject)?.handle ?? subject) : subject;
  const by = author ? shownAs(viewer, author) : "an elder";
  const named: { member?: string; masque?: string; session?: string } = { [kind]: name };
  return { id, subject: named, ring, reason, by, at: at.toISOString() };
}

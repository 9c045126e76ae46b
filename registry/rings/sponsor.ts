import type { Member } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { rank } from "#registry/masque/ring";
import { type Context, operation } from "#registry/operation";
import { ringNow } from "./effective-ring";
import type { Facts } from "./facts";
import { requireRing } from "./require-ring";
import { memberShape } from "./shapes";
import { requireSeen, viewMember } from "./view-member";

const DAY = 86_400_000;

/** Takes an outsider or a guest under one's wing, or goes on doing so. */
export const sponsorMember = operation({
  name: "member.sponsor",
  effect: "write",
  scope: "publish",
  summary: "Makes you the sponsor and supervisor of an outsider or a guest, until a date.",
  input: {
    type: "object",
    required: ["handle"],
    additionalProperties: false,
    properties: {
      handle: { type: "string", maxLength: 64 },
      until: { type: "string", maxLength: 40 },
    },
  },
  output: memberShape,
  authorize(context, { handle }) {
    const { member } = requireRing(context, "player");
    if (member.kind === "agent")
      throw new Refusal("forbidden", "Agents sponsor nobody: a sponsor is a person.");
    const subject = requireSeen(context, handle);
    requireSponsorable(context, member, subject.member, subject.facts);
  },
  async run(context, { handle, until }) {
    const { runtime, now } = context;
    const { member, facts } = requireSeen(context, handle);
    const sponsorId = requireRing(context, "player").member.id;
    const latest = new Date(now.getTime() + runtime.policy.current.supervision.days * DAY);
    const end = until === undefined ? undefined : parseEnd(until, now, latest);
    // An outsider's time begins on becoming a guest, unless the sponsor says when it is to end.
    const guestUntil = end ?? (facts.ring === "guest" ? latest : null);
    await context.commit({ member: member.id, ring: member.ring }, (tx) =>
      tx.member.update({ where: { id: member.id }, data: { sponsorId, guestUntil } }),
    );
    runtime.society.change(member.id, { sponsorId, until: guestUntil });
    return viewMember(context, member);
  },
});

function requireSponsorable(context: Context, sponsor: Member, subject: Member, facts: Facts): void {
  if (subject.id === sponsor.id) throw new Refusal("forbidden", "Nobody sponsors themselves.");
  if (rank(subject.ring) > rank("guest")) {
    throw new Refusal(
      "unprocessable",
      `Only outsiders and guests have a sponsor; ${subject.handle} is neither.`,
    );
  }
  for (let above = context.runtime.society.find(sponsor.id)?.sponsor; above; above = above.sponsor) {
    if (above.id === subject.id) {
      throw new Refusal(
        "unprocessable",
        `${subject.handle} is your own sponsor, or your sponsor's: that is a loop.`,
      );
    }
  }
  const present = facts.sponsor;
  const isFree =
    !present || present.id === sponsor.id || rank(ringNow(context.runtime, present.id)) < rank("player");
  if (isFree || context.ring === "admin") return;
  throw new Refusal("conflict", `${subject.handle} has a sponsor in good standing already.`);
}

function parseEnd(text: string, now: Date, latest: Date): Date {
  const end = new Date(text);
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) && end > now && end <= latest) return end;
  throw new Refusal(
    "unprocessable",
    `until must be a time in ISO 8601 between now and ${latest.toISOString()}; it is "${text}".`,
  );
}

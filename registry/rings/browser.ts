import type { Member } from "#registry/actor";
import type { Context } from "#registry/operation";
import type { BrowserFacts } from "./people";
import { hashSecret, newId, newSecret } from "./secret";
import { memberShape } from "./shapes";
import { viewMember } from "./view-member";

const DAYS = 14;

export const openedShape = {
  type: "object",
  required: ["secret", "expiresAt", "member"],
  properties: {
    secret: { type: "string" },
    expiresAt: { type: "string", format: "date-time" },
    member: memberShape,
  },
} as const;

/** Opens a browser's session for a member who has proved to be one; `secret` goes into the cookie and nowhere else. */
export async function openFor(context: Context, member: Member, confirmedAt: Date) {
  const secret = newSecret("mqb");
  const expiresAt = new Date(context.now.getTime() + DAYS * 86_400_000);
  const facts: BrowserFacts = {
    id: newId(),
    hash: hashSecret(secret),
    memberId: member.id,
    confirmedAt,
    expiresAt,
  };
  await context.commit({ member: member.id, ring: member.ring }, (tx) =>
    tx.browserSession.create({ data: { ...facts, createdAt: context.now } }),
  );
  context.runtime.people.putBrowser(facts);
  return { secret, expiresAt: expiresAt.toISOString(), member: viewMember(context, member) };
}

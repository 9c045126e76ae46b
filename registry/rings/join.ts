import { type Member, SCOPES } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { rank } from "#registry/masque/ring";
import { type Context, operation } from "#registry/operation";
import { isDuplicate, type Transaction } from "#registry/store/open";
import { ringNow } from "./effective-ring";
import { handleTaken, requireFreeHandle } from "./handle";
import { newToken } from "./issue-token";
import { hashPassword, passwordInput } from "./password";
import { regainCentre } from "./regain-centre";
import { hashSecret, newId } from "./secret";
import { memberWithTokenShape } from "./shapes";
import { viewMember } from "./view-member";

/** An invitation as it stands in the database. */
export interface Invitation {
  readonly id: string;
  readonly inviterId: string | null;
  readonly founder: boolean;
}

/** Lets somebody in who was invited. Everyone but a founder starts as an outsider. */
export const joinCommunity = operation({
  name: "member.join",
  effect: "write",
  scope: "decide",
  entrance: true,
  summary: "Signs up with an invitation, as an outsider.",
  input: {
    type: "object",
    required: ["invitation", "handle", "name", "password"],
    additionalProperties: false,
    properties: {
      invitation: { type: "string", maxLength: 200 },
      handle: { type: "string", maxLength: 64 },
      name: { type: "string", minLength: 1, maxLength: 100 },
      password: passwordInput,
    },
  },
  output: memberWithTokenShape,
  async run(context, { invitation: code, handle, name, password }) {
    const { runtime, now } = context;
    const hash = hashSecret(code);
    const passwordHash = await hashPassword(password);
    return runtime.inTurn(`invitation ${hash}`, async () => {
      const invitation = await requireOpen(context, hash);
      const elder = invitation.inviterId === null ? runtime.people.findByHandle(handle) : undefined;
      const again = elder?.ring === "admin" && elder.kind === "person" ? elder : undefined;
      const member: Member = again ?? {
        id: newId(),
        handle: requireFreeHandle(runtime.people, handle),
        name,
        ring: invitation.founder ? "admin" : "outsider",
        kind: "person",
        createdAt: now,
      };
      const decidesUntil = new Date(now.getTime() + runtime.policy.current.presence.tokenHours * 3_600_000);
      const issued = newToken({ memberId: member.id, label: "sign-up", scopes: SCOPES, now, decidesUntil });
      const { founder } = invitation;
      try {
        await context.commit({ member: member.id, ring: member.ring }, async (tx) => {
          await use(tx, invitation, member.id, now);
          if (again) await regainCentre.write(tx, again.id, passwordHash, now);
          else await tx.member.create({ data: { ...member, passwordHash, founder } });
          await issued.write(tx);
        });
      } catch (error) {
        if (isDuplicate(error)) throw handleTaken();
        throw error;
      }
      if (again) regainCentre.remember(runtime, again.id, now);
      else {
        runtime.people.putMember(member);
        runtime.society.change(member.id, { founder });
      }
      runtime.people.putToken(issued.facts);
      return { member: viewMember(context, member), token: issued.secret };
    });
  },
});

/** The invitation with this hash, when it can be used: known, unused, in time, and its author still may invite. */
async function requireOpen({ runtime, now }: Context, hash: string): Promise<Invitation> {
  const found = await runtime.store.reader.invitation.findUnique({ where: { hash } });
  const isOpen = found && found.usedAt === null && found.expiresAt > now;
  const least = found?.founder ? "admin" : "player";
  const mayInvite =
    found && (found.inviterId === null || rank(ringNow(runtime, found.inviterId)) >= rank(least));
  if (found && isOpen && mayInvite) return found;
  throw new Refusal("forbidden", "This invitation is unknown, used or no longer good. Ask for another.");
}

async function use(tx: Transaction, { id }: Invitation, memberId: string, now: Date): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: now, memberId },
  });
  if (count !== 1) throw new Refusal("conflict", "This invitation was used a moment ago.");
}

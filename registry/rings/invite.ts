import { Refusal } from "#registry/errors";
import { type Context, operation } from "#registry/operation";
import { requirePresence } from "./require-presence";
import { requireRing } from "./require-ring";
import { hashSecret, newId, newSecret } from "./secret";

/** How long an ordinary invitation is good. */
const DAYS = 7;
const DAY = 86_400_000;

export const inviteMember = operation({
  name: "member.invite",
  effect: "write",
  scope: "publish",
  summary:
    "Makes an invitation that lets one person in, as an outsider; a founder's may begin at the centre.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: { founder: { type: "boolean" } },
  },
  output: {
    type: "object",
    required: ["code", "url", "expiresAt"],
    properties: {
      code: { type: "string" },
      url: { type: "string" },
      expiresAt: { type: "string", format: "date-time" },
    },
  },
  authorize(context, { founder }) {
    const actor = requireRing(context, founder ? "admin" : "player");
    if (founder) requirePresence(context.runtime, actor);
  },
  run(context, { founder = false }) {
    const { member } = requireRing(context, "player");
    return context.runtime.inTurn("invitations", async () => {
      const expiresAt = founder ? await foundersUntil(context) : new Date(context.now.getTime() + DAYS * DAY);
      return writeInvitation(context, { inviterId: member.id, founder, expiresAt });
    });
  },
});

/** Writes an invitation down and answers its code, which is shown this once. */
export async function writeInvitation(
  context: Context,
  { inviterId, founder, expiresAt }: { inviterId: string | undefined; founder: boolean; expiresAt: Date },
) {
  const code = newSecret("mqi");
  const row = { id: newId(), hash: hashSecret(code), inviterId, founder, createdAt: context.now, expiresAt };
  await context.commit({ member: inviterId, ring: founder ? "admin" : "player" }, (tx) =>
    tx.invitation.create({ data: row }),
  );
  return {
    code,
    url: `${context.runtime.config.url}/join?invitation=${code}`,
    expiresAt: expiresAt.toISOString(),
  };
}

/** Until when founders may invite more; refuses who is none, when the time is over, and when there are enough. */
async function foundersUntil({ actor, runtime, now }: Context): Promise<Date> {
  const { days, founders } = runtime.policy.current.founding;
  const facts = actor.kind === "member" ? runtime.society.find(actor.member.id) : undefined;
  if (!facts?.founder) throw new Refusal("forbidden", "Only founders invite founders.");
  const founding = await runtime.store.reader.founding.findUniqueOrThrow({ where: { id: 1 } });
  const until = new Date(founding.foundedAt.getTime() + days * DAY);
  if (now >= until) {
    throw new Refusal(
      "forbidden",
      `Founders are invited in the first ${days} days. From now on everyone climbs.`,
    );
  }
  const open = { founder: true, inviterId: { not: null } };
  const count = await runtime.store.reader.invitation.count({
    where: { ...open, OR: [{ usedAt: { not: null } }, { expiresAt: { gt: now } }] },
  });
  if (count >= founders)
    throw new Refusal("conflict", `There are ${founders} invitations of founders already.`);
  return until;
}

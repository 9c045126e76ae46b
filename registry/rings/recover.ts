import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { inviteMember, writeInvitation } from "./invite";
import { emptyInput } from "./shapes";

/** A recovery link is good for so long. */
const HOURS = 24;

/** The way back in for a community whose elders are all locked out, on record. */
export const recoverCommunity = operation({
  name: "community.recover",
  effect: "write",
  scope: "decide",
  summary: "Makes a one-time link that begins at the centre, or lets a locked-out elder back in.",
  input: emptyInput,
  output: inviteMember.output,
  authorize({ actor }) {
    if (actor.kind === "registry") return;
    throw new Refusal("forbidden", "This is done on the server itself: npm run recover.");
  },
  async run(context) {
    if ((await context.runtime.store.reader.founding.count()) === 0) {
      throw new Refusal(
        "conflict",
        "Nobody has founded the community yet. Start the server for the founding link.",
      );
    }
    const expiresAt = new Date(context.now.getTime() + HOURS * 3_600_000);
    return writeInvitation(context, { inviterId: undefined, founder: true, expiresAt });
  },
});

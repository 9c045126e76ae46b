import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { candidateOf } from "../merit/candidate";
import { sessionsIn, windowOf } from "../merit/criteria";
import { newId } from "../secret";
import { assess } from "./assess";
import { type KeptEvidence, promotionIdShape } from "./promotion";
import { memberIdInput, requireRegistry } from "./require-registry";

const DAY = 86_400_000;

/** A nomination opens by itself, with its evidence as it is at that moment. Nobody applies. */
export const openPromotion = operation({
  name: "promotion.open",
  effect: "write",
  scope: "decide",
  summary: "Opens a nomination, when the evidence meets the policy.",
  input: memberIdInput,
  output: promotionIdShape,
  authorize: requireRegistry,
  run({ commit, runtime, now }, { id: memberId }) {
    return runtime.inTurn(`nominate ${memberId}`, async () => {
      const { society, docket, policy } = runtime;
      const facts = society.find(memberId);
      const found = facts && assess(runtime, facts, now);
      if (!facts || found?.action !== "nominate")
        throw new Refusal("conflict", "The evidence does not meet the policy.");
      const { to, criteria } = found;
      const candidate = candidateOf(runtime, facts);
      const from = windowOf(to, candidate, policy.current, now);
      const evidence: KeptEvidence = {
        window: { from: from.toISOString(), to: now.toISOString() },
        criteria,
        sessions: sessionsIn(candidate, from, now).map(({ sessionId, memberId: _, startedAt, ...rest }) => ({
          id: sessionId,
          ...rest,
          startedAt: startedAt.toISOString(),
          ratings: [...(candidate.evidence.ratings.get(sessionId)?.values() ?? [])].map(
            ({ raterId, symbol, at }) => ({ raterId, symbol, at: at.toISOString() }),
          ),
        })),
      };
      const closesAt = new Date(now.getTime() + policy.current[to].openDays * DAY);
      const row = { id: newId(), memberId, from: facts.ring, to, state: "open", openedAt: now, closesAt };
      await commit({ member: memberId, ring: facts.ring }, (tx) =>
        tx.promotion.create({ data: { ...row, evidence: evidence as never } }),
      );
      docket.open.set(memberId, { id: row.id, from: facts.ring, closesAt });
      return { id: row.id };
    });
  },
});

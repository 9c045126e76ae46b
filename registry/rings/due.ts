import { REGISTRY } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { invoke } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { assess } from "./council/assess";
import { demoteMember } from "./council/demote";
import { openPromotion } from "./council/open-promotion";
import { settlePromotion } from "./council/settle-promotion";

/** How often a running server looks for what fell due, in milliseconds. */
const DUE_EVERY = 2000;

/**
 * Does what the rules say is due by now: nominations that close, members to nominate or to demote; takes a changed
 * policy; writes down who was seen. Done before the server says ready, and every two seconds from then on.
 */
export async function doWhatIsDue(runtime: Runtime): Promise<void> {
  const { docket, policy, society } = runtime;
  const before = policy.current;
  await policy.refresh();
  if (policy.current !== before) docket.reviewAll();
  await keepSeen(runtime);
  const now = runtime.clock.now();
  for (const { id, closesAt } of [...docket.open.values()]) {
    if (closesAt <= now) await attempt(runtime, () => invoke(runtime, settlePromotion, REGISTRY, { id }));
  }
  for (const id of docket.takeDue(now)) {
    const facts = society.find(id);
    if (!facts) continue;
    const found = assess(runtime, facts, now);
    if (found.action === "wait") docket.reviewAt(id, found.until);
    else {
      const operation = found.action === "nominate" ? openPromotion : demoteMember;
      await attempt(runtime, () => invoke(runtime, operation, REGISTRY, { id }));
      docket.review(id);
    }
  }
}

/** Goes on doing it while the process runs; answers how to stop, once what is under way is done. */
export function keepDoingWhatIsDue(runtime: Runtime): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= doWhatIsDue(runtime)
      .catch((error) => runtime.log.error({ error: String(error) }, "looking for what fell due failed"))
      .finally(() => {
        running = undefined;
      });
  }, DUE_EVERY);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** One that cannot be done now must not keep the others from being done. */
async function attempt(runtime: Runtime, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal))
      runtime.log.error({ error: String(error) }, "what fell due could not be done");
  }
}

/** Writes down when members were last seen; a crash forgets no more than the last round. */
async function keepSeen({ society, store }: Runtime): Promise<void> {
  const seen = society.takeSeen();
  if (seen.length === 0) return;
  await store.transact(async (tx) => {
    for (const { id, seenAt, activeAt } of seen) {
      await tx.member.update({ where: { id }, data: { seenAt, activeAt } });
    }
  });
}

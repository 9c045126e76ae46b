import { createHash } from "node:crypto";
import type { Actor } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { recallAnswer, rememberAnswer } from "#registry/replay";
import type { Runtime } from "#registry/runtime";
import { API_HEADERS, type Reply } from "./problem";

/**
 * Answers a write that carries an Idempotency-Key: the first time as always, again with what was answered then
 * (secrets as null). One key at a time, so that two at once are one. Who has no name has no keys either.
 */
export function replayable(
  runtime: Runtime,
  actor: Actor,
  key: string,
  asked: { operation: string; input: unknown },
  answer: () => Promise<Reply>,
): Promise<Reply> {
  if (actor.kind !== "member") return answer();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Refusal("invalid", "An Idempotency-Key has 1 to 200 visible ASCII characters.");
  }
  const bodyHash = createHash("sha256").update(JSON.stringify(asked)).digest("hex");
  return runtime.inTurn(`replay ${actor.member.id} ${key}`, async () => {
    const before = await recallAnswer(runtime, { actor: actor.member.id, key, bodyHash });
    if (before) {
      const headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Cache-Control": "no-store",
        ...API_HEADERS,
      };
      return {
        status: before.status,
        headers: { ...headers, "Idempotency-Replayed": "true" },
        body: before.answer,
      };
    }
    const reply = await answer();
    const { status, body } = reply;
    if (typeof body === "string")
      await rememberAnswer(runtime, { actor: actor.member.id, key, bodyHash, status, answer: body });
    return reply;
  });
}

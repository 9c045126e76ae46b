import { Refusal } from "./errors";
import type { Runtime } from "./runtime";

/** Names whose values are secrets wherever they stand in an answer; they are shown once. */
const SECRETS = new Set(["token", "secret", "credentials", "ticket", "code"]);

interface Asked {
  readonly actor: string;
  readonly key: string;
  readonly bodyHash: string;
}

/** What was answered to this key before; refuses the same key with another body. */
export async function recallAnswer(
  { store }: Pick<Runtime, "store">,
  { actor, key, bodyHash }: Asked,
): Promise<{ status: number; answer: string } | undefined> {
  const found = await store.reader.replay.findUnique({ where: { actor_key: { actor, key } } });
  if (!found) return undefined;
  if (found.bodyHash === bodyHash) return found;
  throw new Refusal(
    "conflict.idempotency",
    "This Idempotency-Key was used for another request. Take a new one.",
  );
}

/** Keeps an answer for its key, without its secrets. */
export async function rememberAnswer(
  { store, clock }: Pick<Runtime, "store" | "clock">,
  given: Asked & { status: number; answer: string },
): Promise<void> {
  const answer = JSON.stringify(
    JSON.parse(given.answer, (name, value) => (SECRETS.has(name) && value !== undefined ? null : value)),
  );
  await store.transact((tx) => tx.replay.create({ data: { ...given, answer, at: clock.now() } }));
}

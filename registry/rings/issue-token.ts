import type { Scope } from "#registry/actor";
import type { Transaction } from "#registry/store/open";
import type { TokenFacts } from "./people";
import { hashSecret, newId, newSecret } from "./secret";

/** A new token: its secret (shown once), what is kept of it, and how it is written. */
export function newToken(given: {
  memberId: string;
  label: string;
  scopes: readonly Scope[];
  now: Date;
  expiresAt?: Date;
  decidesUntil?: Date;
}): { secret: string; facts: TokenFacts; write(tx: Transaction): Promise<unknown> } {
  const secret = newSecret("mqt");
  const { memberId, label, scopes, now, expiresAt, decidesUntil } = given;
  const facts: TokenFacts = {
    id: newId(),
    hash: hashSecret(secret),
    memberId,
    scopes,
    expiresAt,
    decidesUntil,
  };
  const data = { ...facts, label, scopes: scopes.join(" "), createdAt: now };
  return { secret, facts, write: (tx) => tx.token.create({ data }) };
}

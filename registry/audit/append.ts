import { higher, type Ring } from "#registry/masque/ring";
import type { Transaction } from "#registry/store/open";

/** What an entry is about. `ring` is the subject's own, where it has one. */
export interface Subject {
  readonly masque?: string;
  readonly version?: string;
  readonly digest?: string;
  readonly member?: string;
  readonly intent?: string;
  readonly ring?: Ring;
}

/** What happened, whatever it happened to. */
export interface Event {
  readonly at: Date;
  readonly actor: string;
  readonly actorRing: Ring;
  readonly operation: string;
  readonly outcome: "done" | "refused" | "failed";
  readonly code?: string;
}

/**
 * Adds an entry for each subject, in the transaction of what it records. An entry belongs to the log of the higher
 * ring of actor and subject.
 */
export async function appendEntries(
  tx: Transaction,
  { actorRing, ...event }: Event,
  subjects: readonly Subject[],
): Promise<void> {
  await tx.auditEntry.createMany({
    data: subjects.map(({ masque, version, digest, member, intent, ring = "outsider" }) => ({
      ...event,
      ring: higher(actorRing, ring),
      subject: masque === undefined ? member : version === undefined ? masque : `${masque}@${version}`,
      digest,
      intent,
    })),
  });
}

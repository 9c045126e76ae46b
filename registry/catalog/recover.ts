import { Refusal } from "#registry/errors";
import { findName, type MasqueName } from "#registry/masque/name";
import { findVersion } from "#registry/masque/version";
import type { Runtime } from "#registry/runtime";
import { listPublishing, type PublishingRow } from "#registry/store/versions";
import { carryOut } from "./carry-out";
import { toFacts } from "./load";
import { type Inscription, inscribe } from "./publication";

/**
 * Finishes, at a start, the publications that were decided and not carried out. Only ever rolls forward; one that
 * cannot be finished yet keeps nobody from starting.
 */
export async function recoverPublications(runtime: Runtime): Promise<void> {
  for (const row of await listPublishing(runtime.store.reader)) {
    try {
      await finish(runtime, row);
      runtime.log.info({ tag: row.tag }, "finished a publication that was cut short");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      runtime.log.error({ tag: row.tag, error: error.message }, "a publication cannot be finished yet");
    }
  }
}

/** Finishes what an earlier attempt to publish this masque left undone; refuses (`unavailable`) while it cannot. */
export async function finishPublications(runtime: Runtime, name: MasqueName): Promise<void> {
  for (const row of await listPublishing(runtime.store.reader, name)) await finish(runtime, row);
}

async function finish(runtime: Runtime, row: PublishingRow): Promise<void> {
  const [name, version] = [findName(row.masqueName), findVersion(row.version)];
  if (!name || !version)
    throw new Error(`The database holds the impossible version ${row.masqueName}@${row.version}.`);
  const inscription = row.plan as unknown as Inscription;
  const plan = inscribe(name, version, Buffer.from(row.source), row.publishedAt, inscription);
  await carryOut(runtime, { plan, facts: toFacts(row, undefined) }, row.masque.index);
}

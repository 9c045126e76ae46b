import { findName } from "#registry/masque/name";
import { findVersion } from "#registry/masque/version";
import type { Runtime } from "#registry/runtime";
import { listPublishing } from "#registry/store/versions";
import { carryOut } from "./carry-out";
import { toFacts } from "./load";
import { type Inscription, inscribe } from "./publication";

/** Finishes the publications that were decided and not carried out. Only ever rolls forward. */
export async function recoverPublications(runtime: Runtime): Promise<number> {
  const rows = await listPublishing(runtime.store.reader);
  for (const row of rows) {
    const [name, version] = [findName(row.masqueName), findVersion(row.version)];
    if (!name || !version)
      throw new Error(`The database holds the impossible version ${row.masqueName}@${row.version}.`);
    const plan = inscribe(
      name,
      version,
      Buffer.from(row.source),
      row.publishedAt,
      row.plan as unknown as Inscription,
    );
    await carryOut(runtime, { plan, facts: toFacts(row, undefined) }, row.masque.index);
    runtime.log.info({ tag: row.tag }, "finished a publication that was cut short");
  }
  return rows.length;
}

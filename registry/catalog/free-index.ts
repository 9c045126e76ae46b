import { randomInt } from "node:crypto";
import type { Runtime } from "#registry/runtime";

/** How far apart two masques' indexes may lie: random steps, so that a gap does not betray a hidden masque. */
const INDEX_STEP = 8;
/** The largest index: what the schema admits and the database holds. */
export const LARGEST_INDEX = 2 ** 31 - 1;

/**
 * The index that a new masque gets: the one it states where that is free, a random step beyond the last otherwise.
 * Whoever lost an attempt to others who were choosing at the same moment takes wider steps.
 */
export async function freeIndex(
  reader: Runtime["store"]["reader"],
  stated: number | undefined,
  attempt = 1,
): Promise<number> {
  if (stated !== undefined && (await reader.masque.count({ where: { index: stated } })) === 0) return stated;
  const { _max } = await reader.masque.aggregate({ _max: { index: true } });
  const next = (_max.index ?? 0) + randomInt(1, INDEX_STEP * 2 ** attempt);
  if (next <= LARGEST_INDEX) return next;
  // Somebody stated a number at the very end: then any that is free will do.
  for (;;) {
    const any = randomInt(1, LARGEST_INDEX);
    if ((await reader.masque.count({ where: { index: any } })) === 0) return any;
  }
}

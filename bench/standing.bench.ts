import { RINGS, type Ring } from "#registry/masque/ring";
import { DEFAULT_POLICY } from "#registry/rings/policy";
import { createSociety } from "#registry/rings/society";
import { standing } from "#registry/rings/standing";
import { sees } from "#registry/rings/visibility";
import { atMost, type Benchmark } from "./benchmark";
import { median } from "./percentile";

const BEGIN = new Date("2026-01-05T10:00:00Z");
const LATER = new Date("2026-01-15T10:00:00Z");
const BATCH = 1000;

/** What a member's ring is worth, and whether that sees a ring: asked at every request, so it costs microseconds. */
export const benchmark: Benchmark = {
  name: "Standing",
  async run(size) {
    const [members, disapprovals, batches] = size === "full" ? [10_000, 1000, 200] : [100, 10, 2];
    const society = populate(members, disapprovals);
    const ids = Array.from({ length: BATCH }, (_, n) => `m${(n * 7919) % members}`);
    let seen = 0;
    const each = Array.from({ length: batches }, () => {
      const start = performance.now();
      for (const id of ids) {
        const facts = society.find(id);
        if (facts && sees(standing(facts, DEFAULT_POLICY, LATER).effectiveRing, "player")) seen++;
      }
      return ((performance.now() - start) / BATCH) * 1000;
    });
    const name = `standing and visibility, ${members} members, ${disapprovals} disapprovals`;
    const note = `${seen} of ${batches * BATCH} checks saw the masque`;
    return [atMost(20, { name, value: median(each), unit: "µs", note })];
  },
};

/** One elder in a hundred; the others in the rings below by turns, guests with a sponsor, every fifth an agent. */
function populate(members: number, disapprovals: number) {
  const society = createSociety();
  for (let n = 0; n < members; n++) {
    const ring = n % 100 === 0 ? "admin" : (RINGS[n % 3] as Ring);
    const isAgent = n % 5 === 4;
    const [id, kind] = [`m${n}`, isAgent ? ("agent" as const) : ("person" as const)];
    const operatorId = isAgent ? "m0" : undefined;
    society.admit({ id, handle: id, name: id, ring, kind, operatorId, createdAt: BEGIN });
    if (ring === "guest") society.change(id, { sponsorId: "m0", until: new Date("2026-02-01T10:00:00Z") });
  }
  for (let n = 0; n < disapprovals; n++) {
    const at = new Date(BEGIN.getTime() + n);
    const disapproval = { authorId: `m${(n % 20) * 100}`, authorRing: "admin" as const, reason: "seen", at };
    society.putDisapproval(`m${(n * 10) % members}`, disapproval);
  }
  return society;
}

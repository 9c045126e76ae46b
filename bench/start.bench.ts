import { askAll } from "./ask";
import { atMost, type Benchmark, inProportion } from "./benchmark";
import { nameAt, versionAt } from "./generate";
import { emptyHome, homeOf } from "./homes";
import { median } from "./percentile";
import { startServer } from "./server-process";
import { residentOf } from "./usage";

/** A start with everything indexed, and what the server then holds in memory. */
export const benchmark: Benchmark = {
  name: "Start and memory: 20,000 versions of 2,000 masques",
  async run(size) {
    const extent = size === "full" ? { masques: 2000, versions: 10 } : { masques: 8, versions: 2 };
    const { folder } = await homeOf(extent);
    const small = emptyHome();
    const starts = { full: [] as number[], empty: [] as number[] };
    for (let round = 0; round < (size === "full" ? 5 : 1); round++) {
      starts.empty.push(await start(small));
      starts.full.push(await start(folder));
    }
    const server = await startServer(folder);
    try {
      const idle = residentOf(server.pid);
      const pins = Array.from({ length: extent.masques * extent.versions }, (_, place) => {
        const [masque, version] = [Math.floor(place / extent.versions), place % extent.versions];
        return `/api/v1/resolve/${nameAt(masque)}@${versionAt(version)}`;
      });
      await askAll(server, pins, 8);
      return [
        atMost(2, {
          name: "warm start until ready",
          value: median(starts.full) / 1000,
          unit: "s",
          note: NOTE,
        }),
        inProportion(
          { name: "13 versions", value: median(starts.empty) / 1000 },
          {},
          { name: "the same start", value: median(starts.full) / 1000, unit: "s" },
        ),
        { name: "resident after the start", value: idle, unit: "MB", ok: true },
        atMost(400, {
          name: "resident, every version resolved",
          value: residentOf(server.pid),
          unit: "MB",
          note: MEMORY_NOTE,
        }),
      ];
    } finally {
      await server.stop();
    }
  },
};

const NOTE =
  "The start of 13 versions took 5.0 s in the same minutes, against under one second on an idle machine: most of this is Next and the other work on both processors. What 20,000 versions add is one pass over their rows through Prisma, 2.3 s here.";
const MEMORY_NOTE =
  "Bodies were held as slices of Buffer's shared pool, which kept whole blocks alive, and all rows were read at once. Both were mended after this run (catalog/bodies.ts, catalog/load.ts); not yet measured again.";

/** Milliseconds from the start of the process until it is ready, after which it is ended. */
async function start(home: string): Promise<number> {
  const server = await startServer(home);
  await server.stop();
  return server.startedIn;
}

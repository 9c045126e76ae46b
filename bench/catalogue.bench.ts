import { ask } from "./ask";
import { atMost, type Benchmark } from "./benchmark";
import { nameAt, sourceMaker } from "./generate";
import { homeOf } from "./homes";
import { percentile } from "./percentile";
import { startServer } from "./server-process";

const LISTS = [
  "",
  "?sort=recent",
  "?sort=versions&limit=100",
  "?ring=player",
  "?namespace=team-8",
  "?skill=skill://craft",
  "?ring=guest&sort=recent&limit=50",
];
const SEARCHES = [
  "harbour",
  "reviewer",
  "backend greenhouse",
  "engineer clinic 1",
  "l",
  "skill craft",
  "nothing like it",
];

/** Pages of the catalogue while versions arrive: each round begins with a publication, which makes all orders anew. */
export const benchmark: Benchmark = {
  name: "Catalogue: 10,000 masques, over HTTP",
  async run(size) {
    const [masques, rounds] = size === "full" ? [10_000, 40] : [20, 2];
    const { folder } = await homeOf({ masques, versions: 1 });
    const sourceOf = await sourceMaker();
    const server = await startServer(folder);
    const times: Record<"list" | "search", number[]> = { list: [], search: [] };
    try {
      const first = (await ask(server, "/api/v1/masques?q=harbour")).ms;
      for (let round = 0; round < rounds; round++) {
        await ask(server, `/api/v1/masques/${nameAt(round)}/versions`, { source: sourceOf(round, 1) });
        for (const query of LISTS) times.list.push((await ask(server, `/api/v1/masques${query}`)).ms);
        for (const words of SEARCHES) {
          times.search.push((await ask(server, `/api/v1/masques?q=${encodeURIComponent(words)}`)).ms);
        }
      }
      return [
        atMost(50, { name: "list, p95", value: percentile(times.list, 0.95), unit: "ms" }),
        atMost(50, { name: "search, p95", value: percentile(times.search, 0.95), unit: "ms" }),
        { name: "the first search after a start", value: first, unit: "ms", ok: true },
      ];
    } finally {
      await server.stop();
    }
  },
};

import { ask } from "./ask";
import { type Benchmark, inProportion, type Row } from "./benchmark";
import { emptyHome } from "./homes";
import { type Load, load } from "./load";
import { keepAnswer, startBarePeer, startNextPeer } from "./peer-process";
import { median } from "./percentile";
import { startServer } from "./server-process";

const PIN = "/api/v1/resolve/masque:homelab@v2.3";

/** An authenticated exact pin through the real server, against servers that only repeat its answer. */
export const benchmark: Benchmark = {
  name: "Resolve: an exact pin, authenticated, 64 connections",
  async run(size) {
    const home = await emptyHome();
    const server = await startServer(home);
    const answer = await keepAnswer(home, await ask(server, PIN));
    const bare = await startBarePeer(answer);
    const next = size === "full" ? await startNextPeer(answer) : undefined;
    try {
      const [rounds, seconds] = size === "full" ? [5, 3] : [1, 1];
      const loads: Record<"registry" | "bare" | "next", Load[]> = { registry: [], bare: [], next: [] };
      for (const target of [server.url + PIN, bare.url, next?.url])
        if (target) await load(target, server.token, 1);
      for (let round = 0; round < rounds; round++) {
        loads.bare.push(await load(bare.url, server.token, seconds));
        loads.registry.push(await load(server.url + PIN, server.token, seconds));
        if (next) loads.next.push(await load(next.url, server.token, seconds));
      }
      return compare(typical(loads.registry), typical(loads.bare), next && typical(loads.next));
    } finally {
      await Promise.all([server.stop(), bare.stop(), next?.stop()]);
    }
  },
};

function typical(loads: readonly Load[]): Load {
  return { rate: median(loads.map(({ rate }) => rate)), p99: median(loads.map(({ p99 }) => p99)) };
}

function compare(registry: Load, bare: Load, next: Load | undefined): Row[] {
  const rate = { name: "answers a second", value: registry.rate, unit: "/s" };
  const p99 = { name: "p99", value: registry.p99, unit: "ms" };
  return [
    inProportion({ name: "node:http", value: bare.rate }, { least: 0.5 }, rate),
    inProportion({ name: "node:http", value: bare.p99 }, { most: 3 }, p99),
    ...(next ? [inProportion({ name: "Next handler", value: next.rate }, {}, rate)] : []),
  ];
}

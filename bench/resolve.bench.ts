import { ask } from "./ask";
import { type Benchmark, inProportion, type Row } from "./benchmark";
import { emptyHome } from "./homes";
import { load } from "./load";
import { keepAnswer, startBarePeer, startNextPeer } from "./peer-process";
import { median } from "./percentile";
import { startServer } from "./server-process";
import { processorTimeOf } from "./usage";

const PIN = "/api/v1/resolve/masque:homelab@v2.3";

/** What a server did in the middle of several loads. */
interface Pace {
  rate: number;
  p99: number;
  /** Microseconds of processor time that an answer takes: what a busy machine moves least. */
  work: number;
}

/** An authenticated exact pin through the real server, against servers that only repeat its answer. */
export const benchmark: Benchmark = {
  name: "Resolve: an exact pin, authenticated, 64 connections",
  async run(size) {
    const home = emptyHome();
    const server = await startServer(home);
    const answer = await keepAnswer(home, await ask(server, PIN));
    const bare = await startBarePeer(answer);
    const next = size === "full" ? await startNextPeer(answer) : undefined;
    try {
      const [rounds, seconds] = size === "full" ? [5, 3] : [1, 1];
      const registry = { url: server.url + PIN, pid: server.pid };
      const targets = [bare, registry, ...(next ? [next] : [])];
      for (const { url } of targets) await load(url, server.token, 1);
      const paces: Pace[][] = targets.map(() => []);
      for (let round = 0; round < rounds; round++) {
        for (const [place, target] of targets.entries()) {
          paces[place]?.push(await paceOf(target, server.token, seconds));
        }
      }
      const [ofBare, ofRegistry, ofNext] = paces.map(typical);
      return ofBare && ofRegistry ? compare(ofRegistry, ofBare, ofNext) : [];
    } finally {
      await Promise.all([server.stop(), bare.stop(), next?.stop()]);
    }
  },
};

async function paceOf(target: { url: string; pid: number }, token: string, seconds: number): Promise<Pace> {
  const before = processorTimeOf(target.pid);
  const { rate, p99, answers } = await load(target.url, token, seconds);
  return { rate, p99, work: ((processorTimeOf(target.pid) - before) * 1000) / answers };
}

function typical(paces: readonly Pace[]): Pace {
  const middle = (of: (pace: Pace) => number) => median(paces.map(of));
  return {
    rate: middle(({ rate }) => rate),
    p99: middle(({ p99 }) => p99),
    work: middle(({ work }) => work),
  };
}

function compare(registry: Pace, bare: Pace, next: Pace | undefined): Row[] {
  const rate = { name: "answers a second", value: registry.rate, unit: "/s" };
  const rows = [
    inProportion({ name: "node:http", value: bare.rate }, { least: 0.5 }, rate),
    inProportion(
      { name: "node:http", value: bare.p99 },
      { most: 3 },
      { name: "p99", value: registry.p99, unit: "ms" },
    ),
    ...(next ? [inProportion({ name: "Next handler", value: next.rate }, {}, rate)] : []),
  ];
  if (Number.isNaN(registry.work)) return rows;
  const work = { name: "processor time of an answer", value: registry.work, unit: "µs" };
  return [...rows, inProportion({ name: "node:http", value: bare.work }, {}, work)];
}

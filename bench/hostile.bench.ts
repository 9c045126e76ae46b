import { ask } from "./ask";
import { type Benchmark, inProportion } from "./benchmark";
import { emptyHome } from "./homes";
import { percentile } from "./percentile";
import { type ServerProcess, startServer } from "./server-process";

const PIN = "/api/v1/resolve/masque:homelab@v2.3";
const HOSTILE = {
  loops: "for (;;) {}",
  hoards: "const a = []; for (;;) a.push(new Uint8Array(1e5));",
  throws: "throw new Error('no');",
  swells: "return 'x'.repeat(1e7);",
  recurses: "const f = () => f(); return f();",
};

/** Whether those who resolve notice that others' masques carry code that loops, hoards, throws, swells and recurses. */
export const benchmark: Benchmark = {
  name: "Hostile programs: resolve beside them",
  async run(size) {
    const [evaluations, samples] = size === "full" ? [1000, 4000] : [5, 50];
    const server = await startServer(emptyHome());
    try {
      for (const [name, code] of Object.entries(HOSTILE)) await publish(server, name, code);
      await resolveTimes(server, samples / 4);
      const quiet = percentile(await resolveTimes(server, samples), 0.99);
      let running = true;
      const attack = attackWith(server, evaluations).finally(() => {
        running = false;
      });
      const beside: number[] = [];
      while (running) beside.push(...(await resolveTimes(server, 20)));
      await attack;
      return [
        inProportion(
          { name: "quiet", value: quiet },
          { most: 2 },
          {
            name: `p99 of resolve during ${evaluations} evaluations`,
            value: percentile(beside, 0.99),
            unit: "ms",
          },
        ),
      ];
    } finally {
      await server.stop();
    }
  },
};

async function publish(server: ServerProcess, name: string, code: string): Promise<void> {
  const source = `version: 1\nring: player\nintent: { allowed: ["deploy *"] }\nlens: x\nprogram: |\n  export function validateIntent() { ${code} }\n`;
  await ask(server, `/api/v1/masques/${name}/versions`, { source });
}

async function attackWith(server: ServerProcess, evaluations: number): Promise<void> {
  const names = Object.keys(HOSTILE);
  for (let i = 0; i < evaluations; i++) {
    await ask(server, "/api/v1/intents/check", {
      masque: `${names[i % names.length]}@1`,
      intent: "deploy x",
    });
  }
}

/** Milliseconds of so many resolves, one after the other. */
async function resolveTimes(server: ServerProcess, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    times.push((await ask(server, PIN)).ms);
  }
  return times;
}

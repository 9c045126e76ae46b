import { readFileSync } from "node:fs";
import { readDefinition } from "#registry/masque/definition";
import { decideIntent } from "#registry/masque/program/decide";
import { evaluateProgram } from "#registry/masque/program/evaluate";
import { atMost, type Benchmark, inProportion } from "./benchmark";
import { median } from "./percentile";

const fixture = new URL("../registry/masque/program/fixtures/homelab-as-code.masque.yaml", import.meta.url);

const HOSTILE = [
  "export function lens() { while (true) {} }",
  "export function lens() { const a = []; for (;;) a.push(new Uint8Array(1e5)); }",
  "export function lens() { return 'x'.repeat(1e7); }",
  "export function lens() { const f = () => f(); f(); }",
  "export function lens() { let o = {}; for (;;) o = { o }; }",
];

/** A masque with code: what its check costs, and what a thousand hostile programs leave behind. */
export const benchmark: Benchmark = {
  name: "Program",
  async run(size) {
    const [checks, hostile] = size === "full" ? [200, 1000] : [2, HOSTILE.length];
    const { definition } = readDefinition(readFileSync(fixture));
    if (!definition) throw new Error("The homelab that is written as code cannot be read.");
    const small = {
      ...definition,
      program: "export const validateIntent = (intent) => !intent.includes('friday');",
    };
    const [file, code, twin] = [
      await time(() => decideIntent({ ...definition, program: null }, "deploying monitoring stack"), checks),
      await time(() => decideIntent(small, "deploying monitoring stack"), checks),
      await time(() => decideIntent(definition, "deploying monitoring stack"), checks),
    ];

    const input = { intent: "deploy x", context: null, knowledge: [], lens: "" };
    const resident = () => process.memoryUsage().rss / 2 ** 20;
    const evaluate = (i: number) => evaluateProgram({ source: HOSTILE[i % HOSTILE.length] ?? "", input });
    for (let i = 0; i < hostile / 20; i++) await evaluate(i);
    const before = resident();
    for (let i = 0; i < hostile; i++) await evaluate(i);
    const grown = resident() - before;

    return [
      atMost(2, { name: "decision with a small program", value: code, unit: "ms" }),
      inProportion(
        { name: "without code", value: file },
        {},
        { name: "decision, homelab as code", value: twin, unit: "ms" },
      ),
      atMost(32, { name: `memory more after ${hostile} hostile programs`, value: grown, unit: "MB" }),
    ];
  },
};

async function time(work: () => Promise<unknown>, runs: number): Promise<number> {
  for (let i = 0; i < runs / 4; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

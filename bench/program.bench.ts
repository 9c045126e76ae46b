import { readFileSync } from "node:fs";
import { readDefinition } from "#registry/masque/definition";
import { decideIntent } from "#registry/masque/program/decide";
import { evaluateProgram } from "#registry/masque/program/evaluate";

interface Measure {
  name: string;
  value: number;
  unit: string;
  against?: string;
  ratio?: number;
  limit?: number;
  ok: boolean;
}

const fixture = new URL("../registry/masque/program/fixtures/homelab-as-code.masque.yaml", import.meta.url);

const HOSTILE = [
  "export function lens() { while (true) {} }",
  "export function lens() { const a = []; for (;;) a.push(new Uint8Array(1e5)); }",
  "export function lens() { return 'x'.repeat(1e7); }",
  "export function lens() { const f = () => f(); f(); }",
  "export function lens() { let o = {}; for (;;) o = { o }; }",
];

/** A masque with code: what its check costs, and what a thousand hostile programs leave behind. */
export async function run(): Promise<Measure[]> {
  const { definition } = readDefinition(readFileSync(fixture));
  if (!definition) throw new Error("The homelab that is written as code cannot be read.");
  const small = {
    ...definition,
    program: "export const validateIntent = (intent) => !intent.includes('friday');",
  };
  const [file, code, twin] = [
    await time(() => decideIntent({ ...definition, program: null }, "deploying monitoring stack")),
    await time(() => decideIntent(small, "deploying monitoring stack")),
    await time(() => decideIntent(definition, "deploying monitoring stack")),
  ];
  const against = "the same masque without code";
  const measures: Measure[] = [
    {
      name: "decision with a program",
      value: code,
      unit: "ms",
      against,
      ratio: code / file,
      limit: 2,
      ok: code <= 2,
    },
    { name: "decision, homelab as code", value: twin, unit: "ms", against, ratio: twin / file, ok: true },
  ];

  const input = { intent: "deploy x", context: null, knowledge: [], lens: "" };
  const resident = () => process.memoryUsage().rss / 2 ** 20;
  for (let i = 0; i < 50; i++) await evaluateProgram({ source: HOSTILE[i % HOSTILE.length] ?? "", input });
  const before = resident();
  for (let i = 0; i < 1000; i++) await evaluateProgram({ source: HOSTILE[i % HOSTILE.length] ?? "", input });
  const grown = resident() - before;
  const growth = {
    name: "memory after 1,000 hostile programs",
    against: "after 50",
    ratio: (before + grown) / before,
  };
  return [...measures, { ...growth, value: grown, unit: "MB more", limit: 32, ok: grown <= 32 }];
}

async function time(work: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 50; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[100] ?? Number.NaN;
}

import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { benchmark as catalogue } from "./catalogue.bench";
import { benchmark as coldIndex } from "./cold-index.bench";
import { benchmark as growth } from "./growth.bench";
import { benchmark as hostile } from "./hostile.bench";
import { benchmark as intent } from "./intent.bench";
import { generator } from "./load";
import { benchmark as program } from "./program.bench";
import { benchmark as resolve } from "./resolve.bench";
import { benchmark as standing } from "./standing.bench";
import { benchmark as start } from "./start.bench";
import { formatMarkdown, formatTable, type Section } from "./table";

/**
 * `npm run bench`: every benchmark, one after the other, as a table and in `bench/RESULTS.md`. With words, only those
 * whose name holds one of them; with `--smoke`, each so small that it only shows that it runs. Neither is written down.
 */
const BENCHMARKS = [program, intent, standing, resolve, hostile, coldIndex, start, growth, catalogue];

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const size = process.argv.includes("--smoke") ? "smoke" : "full";
const chosen = BENCHMARKS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase())),
);

const [load = 0] = os.loadavg();
const started = performance.now();
const sections: Section[] = [];
// An exit ends the processes that were started and removes their folders.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
for (const { name, run } of chosen) {
  console.error(`${name} …`);
  sections.push({ name, rows: await run(size) });
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`\n${formatTable(sections)}\n\n${machine()}\n${seconds} s in all.`);
if (size === "full" && words.length === 0) {
  await writeFile(path.join("bench", "RESULTS.md"), `${introduction()}\n\n${formatMarkdown(sections)}\n`);
}

function machine(): string {
  const [cpu] = os.cpus();
  const git = execFileSync("git", ["--version"], { encoding: "utf8" }).trim().replace("version ", "");
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${os.cpus().length} × ${cpu?.model.trim()}, ${memory} GB, Node ${process.versions.node}, ${git}, load from ${generator}; others kept ${load.toFixed(1)} processors busy when it began.`;
}

function introduction(): string {
  return `# Results

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, in ${seconds} s. ${machine()}

*Figure* is what the registry did; *against* is the peer, measured in the same run and in turns with it, in the same
unit; *ratio* is the figure divided by the peer's. Figures depend on the machine and on what else runs on it, ratios
hardly do: compare ratios. Medians are of several runs.`;
}

import path from "node:path";
import { openRegistry } from "#registry/open";
import { systemClock } from "#registry/clock";
import { generateRepository } from "./generate";
import { mkdirSync } from "node:fs";
const home = process.argv[2] as string;
if (process.argv[3] === "gen") {
  mkdirSync(home, { recursive: true });
  const t = performance.now();
  await generateRepository(path.join(home, "registry.git"), { masques: Number(process.argv[4]), versions: Number(process.argv[5]) });
  console.log("generated", Math.round(performance.now() - t));
} else {
  const log = { info() {}, warn: console.log, error: console.log };
  const t = performance.now();
  const registry = await openRegistry({ port: 0, host: "127.0.0.1", home, root: process.cwd(), url: "http://localhost:3000", foundingToken: "bench founding token", secret: "s", logLevel: "silent" }, { clock: systemClock, log });
  console.log("opened", Math.round(performance.now() - t), registry.runtime.shelf.size, process.memoryUsage().rss >> 20);
  await registry.close();
}

import type { FileHandle } from "node:fs/promises";
import { toldDisk } from "./disk.fixture";
import { openRepository } from "./open";
import { planPublication } from "./plan";
import { writePublication } from "./write";

/** A process that opens the repository of its first argument, publishes what its second plans, and kills itself before the change that its third counts to. */
const [, , dir, input, last] = process.argv as [string, string, string, string, string];

let changes = 0;
async function dieAtLast(operation: string, _path: string, handle?: FileHandle): Promise<void> {
  changes += 1;
  if (changes < Number(last)) return;
  if (operation === "write") await handle?.write("half a wri");
  process.kill(process.pid, "SIGKILL");
  await new Promise(() => undefined);
}

const plan = JSON.parse(input);
const repository = await openRepository(dir, { disk: toldDisk(dieAtLast) });
await writePublication(
  repository,
  planPublication({
    ...plan,
    bytes: Buffer.from(plan.source),
    author: { ...plan.author, at: new Date(plan.author.at) },
  }),
);
process.stdout.write(`published in ${changes} changes`);

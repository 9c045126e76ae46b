import { test } from "vitest";
import { run } from "./intent.bench";
import { run as run2 } from "./program.bench";
test("b", async () => { console.table(await run()); console.table(await run2()); }, 300000);

/**
 * `npm test`: everything that CI checks, what fails fastest first. Stops at the first stage that fails, with an exit
 * code other than 0.
 */
import { spawnSync } from "node:child_process";
import { ensureBrowser } from "./e2e/ensure-browser.mjs";

const STAGES = {
  "Format and lint": () => run("npx --no-install biome ci --error-on-warnings ."),
  "Generated code": () => run("npm run generate --silent"),
  Types: () => run("npx --no-install tsc --noEmit -p ."),
  "Build: server and tools": () => run("node build.mjs"),
  "Build: pages": () => run("npx --no-install next build"),
  // Before the unit tests: one of them runs a compiled masque in a real page.
  Browser() {
    process.env.CHROMIUM_PATH = ensureBrowser();
  },
  "Unit and integration tests": () => run("npx --no-install vitest run"),
  "Browser journeys": () => run("npx --no-install vitest run --config e2e/vitest.config.ts"),
};

process.env.NEXT_TELEMETRY_DISABLED = "1";
for (const [headline, work] of Object.entries(STAGES)) {
  console.log(`\n== ${headline}`);
  const started = Date.now();
  try {
    work();
  } catch (error) {
    console.error(`\n${headline}: failed. ${error.message}`);
    process.exit(1);
  }
  console.log(`${headline}: fine, ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log("\nEverything passed.");

/** Runs a command to its end; throws when it ends otherwise than well. */
function run(line) {
  const [command, ...given] = line.split(" ");
  const { status, signal, error } = spawnSync(command, given, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0)
    throw new Error(`\`${line}\` ended with ${error?.message ?? signal ?? `exit code ${status}`}.`);
}

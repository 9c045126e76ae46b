import path from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { REGISTRY } from "#registry/actor";
import { systemClock } from "#registry/clock";
import { Refusal } from "#registry/errors";
import { openRegistry } from "#registry/open";
import { invoke } from "#registry/operation";
import { recoverCommunity } from "#registry/rings/recover";
import { claimHome } from "./claim-home";
import { readConfig, SettingError } from "./config";

/** `npm run recover`: a one-time admin link for a registry whose elders are locked out, while no server runs. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

try {
  const config = readConfig(process.env, ROOT);
  claimHome(config.home);
  const registry = await openRegistry(config, { clock: systemClock, log: pino({ level: config.logLevel }) });
  const { url, expiresAt } = await invoke(registry.runtime, recoverCommunity, REGISTRY, {});
  await registry.close();
  console.log(`This link works once, until ${expiresAt}. Start the server, then open it:\n  ${url}`);
  console.log(
    "With an elder's handle it sets a new password and lifts what holds them; with a new one it makes an elder.",
  );
} catch (error) {
  if (!(error instanceof SettingError || error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}

import path from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { REGISTRY } from "#registry/actor";
import { rebuildIndex } from "#registry/catalog/rebuild-index";
import { systemClock } from "#registry/clock";
import { openRegistry } from "#registry/open";
import { invoke } from "#registry/operation";
import { claimHome } from "./claim-home";
import { readConfig, SettingError } from "./config";

/** `npm run reindex`: the index of versions from the repository and the lock log, while no server runs. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

try {
  const config = readConfig(process.env, ROOT);
  claimHome(config.home);
  const registry = await openRegistry(config, { clock: systemClock, log: pino({ level: config.logLevel }) });
  const { rebuilt, lost } = await invoke(registry.runtime, rebuildIndex, REGISTRY, {});
  await registry.close();
  console.log(`Rebuilt the index: ${rebuilt} versions.`);
  for (const tag of lost) console.log(`Lost in the repository, kept as it was: ${tag}`);
  process.exit(lost.length > 0 ? 1 : 0);
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exit(1);
}

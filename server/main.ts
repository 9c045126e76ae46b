import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { pino } from "pino";
import { seedPersonas } from "#registry/catalog/seed";
import { systemClock } from "#registry/clock";
import type { Config } from "#registry/config";
import { DOOR } from "#registry/door";
import { Refusal } from "#registry/errors";
import { openRegistry } from "#registry/open";
import { keepDoingWhatIsDue } from "#registry/rings/due";
import { claimHome } from "./claim-home";
import { readConfig, SettingError } from "./config";
import { createDoor } from "./door";
import { createApi } from "./http/api";
import { createFront } from "./http/front";
import { createRateLimit } from "./http/rate-limit";
import { createMetrics } from "./metrics";

/** The program's own folder: this file is bundled into dist/. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
/** How long what is under way may take to finish once the process is asked to end. */
const GRACE_MS = 10_000;

try {
  const config = readConfig(process.env, ROOT);
  claimHome(config.home);
  await serve(config, process.argv.includes("--dev"));
} catch (error) {
  if (!(error instanceof SettingError || error instanceof Refusal)) throw error;
  console.error(error.message);
  for (const { line, path: at, message } of error instanceof Refusal ? error.issues : [])
    console.error(`  line ${line ?? "?"}, ${at || "the file"}: ${message}`);
  process.exit(1);
}

async function serve(config: Config, dev: boolean): Promise<void> {
  const log = pino({ level: config.logLevel });
  const registry = await openRegistry(config, { clock: systemClock, log });
  const { runtime } = registry;
  const seeded = await seedPersonas(runtime);
  if (seeded > 0) log.info({ versions: seeded }, "published the masques that ship");
  const stopDue = keepDoingWhatIsDue(runtime);
  (globalThis as Record<symbol, unknown>)[DOOR] = createDoor(runtime);

  // Host and port, because an action's redirect is fetched from the server itself.
  const { host: hostname, port } = config;
  const app = next({ dev, dir: config.root, customServer: true, quiet: true, hostname, port });
  const pages = app.prepare().then(() => app.getRequestHandler());
  const limit = createRateLimit(config.rateLimit);
  const api = createApi(runtime, limit);
  const front = createFront(runtime, { api, metrics: createMetrics(runtime), limit, pages, dev });
  const server = createServer(front.listener);
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(unusable(error, config)));
    server.listen(config.port, config.host, resolve);
  });
  await pages;
  front.setReady(true);
  await announce(config, runtime.founding.token, await runtime.store.reader.founding.count());

  let ending = false;
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    log.info({ signal }, "ending");
    front.setReady(false);
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    const closed = new Promise((resolve) => server.close(resolve));
    // A connection that its client keeps open is idle only once its answer is out, so look again and again. In dev
    // pages hold sockets for as long as they are shown, and nobody waits for those.
    setInterval(() => server.closeIdleConnections(), 50);
    if (!dev) await closed;
    await stopDue();
    await registry.close();
    process.exit(0);
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

/** Why the server cannot listen, where that lies in a setting. */
function unusable(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === "EADDRINUSE") return new SettingError(`PORT ${port} is in use. Set another.`);
  if (error.code === "EACCES")
    return new SettingError(`PORT ${port} may not be used by this user. Set another.`);
  const isNoAddress = ["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"].includes(error.code ?? "");
  return isNoAddress ? new SettingError(`HOST must be an address of this machine; ${host} is none.`) : error;
}

/** Says where the registry is and, until it is founded, how to found it. Goes to people, not into the log. */
async function announce({ url }: Config, token: string, founded: number): Promise<void> {
  console.log(`\nMasque is at ${url}`);
  if (founded === 0)
    console.log(`Nobody has founded it yet. This link does, once:\n  ${url}/found?token=${token}`);
  console.log();
}

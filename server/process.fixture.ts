import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { systemClock } from "#registry/clock";
import { openRegistry } from "#registry/open";
import { claimHome } from "./claim-home";
import { readConfig, SettingError } from "./config";
import { createApi } from "./http/api";

/** A process that starts as the server does, but for the pages: it says its port once it answers the API. */
const silent = { info: () => {}, warn: () => {}, error: () => {} };
try {
  const config = readConfig(process.env, path.resolve(String(process.argv[1]), "../.."));
  claimHome(config.home);
  const { runtime } = await openRegistry(config, { clock: systemClock, log: silent });
  const api = createApi(runtime, () => undefined);
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await api(request);
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1", () => console.log(`ready ${(server.address() as AddressInfo).port}`));
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exit(1);
}

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startChild, stopChild } from "./child";

/** The built registry, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** The founder's, which carries all scopes. */
  readonly token: string;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readonly startedIn: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const FOUNDING_TOKEN = "a founding token for benchmarks";
const PATIENCE_MS = 180_000;
/** Whoever founded a data folder earlier in this run keeps the token. */
const tokens = new Map<string, string>();

/** Starts `dist/server.js` on a data folder, and founds its community where nobody has. */
export async function startServer(home: string): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const settings = {
    PORT: String(port),
    MASQUE_HOME: home,
    MASQUE_FOUNDING_TOKEN: FOUNDING_TOKEN,
    MASQUE_RATE_LIMIT: "off",
    LOG_LEVEL: "error",
  };
  const child = startChild([path.join("dist", "server.js")], settings, ["ignore", "ignore", "inherit"]);
  await ready(url, child);
  const startedIn = performance.now() - started;
  const token = tokens.get(home) ?? (await found(url));
  tokens.set(home, token);
  return { url, token, startedIn, pid: child.pid as number, stop: () => stopChild(child) };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await pause(10)) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode} before it was ready.`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
  await stopChild(child);
  throw new Error(`The server was not ready within ${PATIENCE_MS / 1000} s.`);
}

async function found(url: string): Promise<string> {
  const body = { token: FOUNDING_TOKEN, handle: "ada", name: "Ada", password: "a password for benchmarks" };
  const answer = await fetch(`${url}/api/v1/found`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`Founding was answered with ${answer.status}: ${text}`);
  return JSON.parse(text).token;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

/** The one-time token with which journeys found. */
export const FOUNDING_TOKEN = "the-curtain-rises-once";

const READY_MS = 45_000;
const END_MS = 12_000;

/** A registry as it is installed: built, in a process and a data folder of its own, seeded with the masques that ship. */
export interface RunningRegistry {
  readonly url: string;
  /** Its data folder. */
  readonly home: string;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

/** Starts the built server and waits until it is ready. Throws with what it printed when it does not get there. */
export async function startRegistry(): Promise<RunningRegistry> {
  const home = await mkdtemp(path.join(os.tmpdir(), "masque-journey-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["dist/server.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      MASQUE_HOME: home,
      MASQUE_FOUNDING_TOKEN: FOUNDING_TOKEN,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => printed.push(String(chunk)));
  const stop = async () => {
    await end(child);
    await rm(home, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child);
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${printed.join("")}`);
  }
  return { url, home, stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The registry ended with ${child.exitCode} at its start:`);
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The registry was not ready after ${READY_MS / 1000} s:`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), END_MS);
  await ended;
  clearTimeout(force);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free on this machine.");
  return address.port;
}

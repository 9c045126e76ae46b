import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Answer } from "./ask";
import { startChild, stopChild } from "./child";

/** A server that the registry is compared with, in a process of its own. */
export interface PeerProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const PEERS = path.join("bench", "peers");
/** Node sets these itself, at every server alike. */
const OWN_HEADERS = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

/** Writes down the answer that all peers give: the registry's own headers and body. */
export async function keepAnswer(folder: string, { headers, body }: Answer): Promise<string> {
  const file = path.join(folder, "answer.json");
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name)));
  await writeFile(file, JSON.stringify({ headers: kept, body: body.toString("base64") }));
  return file;
}

/** A bare `node:http` server. */
export function startBarePeer(answer: string): Promise<PeerProcess> {
  return startPeer(path.join(PEERS, "bare.mjs"), answer, "/");
}

/** A Next app, built first, with one route handler. */
export function startNextPeer(answer: string): Promise<PeerProcess> {
  const next = path.join("node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [next, "build", path.join(PEERS, "next")], {
    env,
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`The Next peer does not build:\n${built.stdout}${built.stderr}`);
  return startPeer(path.join(PEERS, "next", "serve.mjs"), answer, "/answer");
}

async function startPeer(program: string, answer: string, target: string): Promise<PeerProcess> {
  const child = startChild([program, answer], {}, ["ignore", "ignore", "inherit", "ipc"]);
  const [port] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      throw new Error(`${program} ended with ${code} before it listened.`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}${target}`,
    pid: child.pid as number,
    stop: () => stopChild(child),
  };
}

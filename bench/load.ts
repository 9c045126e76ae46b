import { execFile, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** What a server did under load. */
export interface Load {
  /** Answers a second. */
  readonly rate: number;
  /** Answers in all. */
  readonly answers: number;
  /** Milliseconds in which 99 of 100 were answered. */
  readonly p99: number;
}

/** What the load comes from: wrk where it is installed, because it takes least of the machine that it measures. */
export const generator = spawnSync("wrk", ["-v"]).error ? "autocannon" : "wrk";

const CONNECTIONS = 64;
const AUTOCANNON = path.join("node_modules", "autocannon", "autocannon.js");
const MILLISECONDS: Record<string, number> = { us: 0.001, ms: 1, s: 1000 };

/** Asks for one address over 64 connections, as fast as it answers. Throws when an answer is not a good one. */
export async function load(url: string, token: string, seconds: number): Promise<Load> {
  const header = `Authorization: Bearer ${token}`;
  return generator === "wrk" ? withWrk(url, header, seconds) : withAutocannon(url, header, seconds);
}

async function withWrk(url: string, header: string, seconds: number): Promise<Load> {
  const options = ["-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, "--latency", "--timeout", "30s", "-H", header];
  const { stdout } = await promisify(execFile)("wrk", [...options, url]);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout);
  const p99 = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout);
  const answers = /(\d+) requests in/.exec(stdout);
  if (!rate || !p99 || !answers || /Non-2xx|Socket errors/.test(stdout))
    throw new Error(`wrk met other than good answers:\n${stdout}`);
  const p99InMs = Number(p99[1]) * (MILLISECONDS[p99[2] ?? ""] ?? Number.NaN);
  return { rate: Number(rate[1]), answers: Number(answers[1]), p99: p99InMs };
}

async function withAutocannon(url: string, header: string, seconds: number): Promise<Load> {
  const options = ["-j", "-c", String(CONNECTIONS), "-d", String(seconds), "-H", header];
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...options, url]);
  const report = JSON.parse(stdout);
  if (report.non2xx + report.errors > 0)
    throw new Error(`autocannon met other than good answers:\n${stdout}`);
  return { rate: report.requests.average, answers: report.requests.total, p99: report.latency.p99 };
}

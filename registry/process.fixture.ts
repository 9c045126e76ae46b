import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "rolldown";
import { onTestFinished } from "vitest";
import { raw } from "../raw-import.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");

/** Bundles a program of the tests, to be run as a process of its own; answers its path. Packages stay packages. */
export async function bundleProgram(entry: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "masque-program-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["node_modules", "personas", "prisma"])
    symlinkSync(path.join(ROOT, name), path.join(folder, name));
  const file = path.join(folder, "dist", "program.js");
  await build({
    input: entry,
    platform: "node",
    external: (id) => /^[^.#/]/.test(id),
    plugins: [raw],
    output: { file, format: "esm", codeSplitting: false },
    logLevel: "silent",
  });
  return file;
}

/** How a process ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: string[];
  readonly errors: string;
}

/** A process under way. `line` resolves with the first line that matches, or fails when the process ends before. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  line(pattern: RegExp): Promise<string>;
}

/** Runs a program, and ends it with the test. `onLine` hears each line of its output at once. */
export function run(
  command: readonly [string, ...string[]],
  { env, onLine }: { env?: Record<string, string>; onLine?(line: string): void } = {},
): Running {
  const [file, ...given] = command;
  const child = spawn(file, given, {
    stdio: ["pipe", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    onLine?.(line);
    for (const look of waiting) look();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, lines, errors }));
  });
  return {
    child,
    ended,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => pattern.test(line));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without saying ${pattern}: ${errors}`)));
      }),
  };
}

import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

/** The `git` command, kept away from every configuration, hook and replacement that is not the repository's own. */
export interface SystemGit {
  /** Whether `cat-file --batch-command` is there (Git 2.36), which answers in large pieces. */
  readonly batchCommand: boolean;
  /** Runs one command to its end and returns what it printed; fails when it fails. */
  run(args: readonly string[]): Promise<string>;
  /** Starts a command that is talked to over its pipes. */
  start(args: readonly string[]): ChildProcessWithoutNullStreams;
}

const HERMETIC = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_NO_LAZY_FETCH: "1",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};

/**
 * Finds `git` on `searchPath` (folders joined by colons), for use on the repository `dir`; undefined where there is
 * none. `--git-dir` also spares the question who owns the folder, which Git would otherwise refuse to work in.
 */
export async function findSystemGit(dir: string, searchPath: string): Promise<SystemGit | undefined> {
  const env = { ...HERMETIC, PATH: searchPath } as NodeJS.Dict<string> as NodeJS.ProcessEnv;
  const prefix = [`--git-dir=${dir}`, "-c", "core.hooksPath=/dev/null", "-c", "core.fsync=all"];
  const version = await promisify(execFile)("git", ["--version"], { env }).catch(() => undefined);
  if (!version) return undefined;
  const [, major, minor] = /(\d+)\.(\d+)/.exec(version.stdout) ?? [];
  return {
    batchCommand: Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 36),
    run: async (args) =>
      (await promisify(execFile)("git", [...prefix, ...args], { env, maxBuffer: 2 ** 28 })).stdout,
    start: (args) => spawn("git", [...prefix, ...args], { env, stdio: "pipe" }),
  };
}

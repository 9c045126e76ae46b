import { readFile, stat } from "node:fs/promises";
import { type Issue, Refusal } from "#registry/errors";
import { DEFAULT_POLICY, type Policy, readPolicy } from "./policy";

/** The policy in force, and what is wrong with a newer file that could not be taken. */
export interface KeptPolicy {
  readonly current: Policy;
  readonly problem?: { readonly message: string; readonly issues: readonly Issue[] };
  /** Looks whether the file changed, and takes it when it is right; a broken one changes nothing but `problem`. */
  refresh(): Promise<void>;
}

interface Report {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/**
 * Keeps the policy of a data folder: the file's, or the defaults where there is none. Refuses to begin with a broken
 * file, because nobody could know which rules its author had in force.
 */
export async function keepPolicy(file: string, log: Report): Promise<KeptPolicy> {
  let seen = await stampOf(file);
  const first = await read(file, seen);
  if ("issues" in first) throw new Refusal("invalid", `${file} is no valid policy.`, first.issues);
  const kept: { current: Policy; problem?: KeptPolicy["problem"] } = { current: first.policy };
  return {
    get current() {
      return kept.current;
    },
    get problem() {
      return kept.problem;
    },
    async refresh() {
      const stamp = await stampOf(file);
      if (stamp === seen) return;
      seen = stamp;
      const found = await read(file, stamp);
      if ("policy" in found) {
        kept.current = found.policy;
        kept.problem = undefined;
        log.info({ file }, "took the changed policy");
        return;
      }
      const message = "policy.yaml was changed and is not valid. The policy before it stays in force.";
      kept.problem = { message, issues: found.issues };
      log.error({ file, issues: found.issues }, message);
    },
  };
}

/** When and how long the file was last written; "none" where there is no file. */
async function stampOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "none";
    throw error;
  }
}

async function read(file: string, stamp: string): Promise<ReturnType<typeof readPolicy>> {
  if (stamp === "none") return { policy: DEFAULT_POLICY };
  return readPolicy(await readFile(file, "utf8"));
}

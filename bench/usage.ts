import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What the system counts in a second. */
const TICKS = 100;

/** Memory of a process that is resident now, in MB. */
export function residentOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

/** Processor time that a process has used, in milliseconds; NaN where the system does not tell (only Linux does). */
export function processorTimeOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return ((Number(user) + Number(system)) * 1000) / TICKS;
  } catch {
    return Number.NaN;
  }
}

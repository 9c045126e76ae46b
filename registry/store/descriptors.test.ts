import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundleProgram, run } from "../process.fixture";

/** In memory where the system has that: here descriptors count, not the disk's patience. */
function folder(): string {
  const made = mkdtempSync(path.join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "masque-store-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test.runIf(process.platform === "linux")(
  "20,000 transactions under `ulimit -n 256` leave no descriptor behind",
  async () => {
    const program = await bundleProgram(path.join(import.meta.dirname, "descriptors.fixture.ts"));
    const limited = `ulimit -n 256 && exec "${process.execPath}" "${program}" "${path.join(folder(), "masque.db")}" 20000`;
    const { code, lines, errors } = await run(["sh", "-c", limited]).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const { before, after, rows } = JSON.parse(lines.at(-1) ?? "{}");
    expect(rows).toBe(20_000);
    expect(after).toBe(before);
  },
  180_000,
);

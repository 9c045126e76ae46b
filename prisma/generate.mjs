/**
 * Writes the Prisma client. The command insists on a schema-engine binary that it never runs here and that is a
 * download of its own; naming any executable satisfies it.
 */
import { spawnSync } from "node:child_process";

const { status } = spawnSync(
  "npx",
  ["--no-install", "prisma", "generate", "--schema", "prisma/schema.prisma"],
  {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  },
);
process.exit(status ?? 1);

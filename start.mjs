/** `npm start`: builds what is missing or older than its sources, then runs the server (or another entry by name). */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const SOURCES = [
  "app",
  "server",
  "registry",
  "prisma/schema.prisma",
  "docs/rings.md",
  "schemas",
  "public",
  "package-lock.json",
  "next.config.mjs",
  "build.mjs",
];
const arguments_ = process.argv.slice(2);
const dev = arguments_.includes("--dev");
const entry = arguments_.find((argument) => !argument.startsWith("--")) ?? "server";

/** When the newest file below was last changed. */
function newest(target) {
  if (!existsSync(target)) return 0;
  const stat = statSync(target);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(target).map((name) => newest(path.join(target, name))));
}

const built = Math.min(newest("dist/server.js"), newest(".next/BUILD_ID"));
if (dev || newest("dist/server.js") === 0 || Math.max(...SOURCES.map(newest)) > built) {
  const script = dev ? ["run", "generate"] : ["run", "build"];
  console.log(dev ? "Preparing…" : "Building; this takes a minute, once…");
  const { status } = spawnSync("npm", [...script, "--silent"], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
  if (dev) spawnSync(process.execPath, ["build.mjs"], { stdio: "inherit" });
}

const env = { ...process.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
const child = spawn(
  process.execPath,
  [`dist/${entry}.js`, ...arguments_.filter((one) => one.startsWith("--"))],
  { stdio: "inherit", env },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

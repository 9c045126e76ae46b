/** Finds a Chromium for the browser journeys, or installs one. Run by itself it prints where that is. */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium that starts. Throws a sentence when there is none and none could be installed. */
export function ensureBrowser() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (starts(wanted)) return wanted;
    throw new Error(
      `CHROMIUM_PATH is ${wanted}, which does not start. Set it to a Chromium or Chrome, or unset it.`,
    );
  }
  const found = find();
  if (found) return found;
  for (const install of [installByApt, installByPlaywright]) {
    install();
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    "The browser journeys need Chromium, and none could be installed here. Install Chromium or Chrome and set CHROMIUM_PATH to its program.",
  );
}

function find() {
  return [...PLACES, chromium.executablePath()].find(starts);
}

/** A browser may lie there and lack the libraries that it needs: whether it tells its version shows that. */
function starts(path) {
  return spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

function installByApt() {
  if (process.getuid?.() !== 0) return;
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
}

function installByPlaywright() {
  run("npx", ["--no-install", "playwright-core", "install", "chromium"]);
}

/** What goes wrong is printed, and is no reason to stop: the next way may do. */
function run(command, given) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(command, given, { stdio: ["ignore", 2, 2], env });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

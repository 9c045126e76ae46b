import { mkdir, rm } from "node:fs/promises";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { ensureBrowser } from "./ensure-browser.mjs";
import { SCREENS, type Stage } from "./stage";
import { FOUNDING_TOKEN, startRegistry } from "./start-registry";

const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Sets the stage before the first journey: a browser, and a founded registry whose elder is signed in. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await rm(SCREENS, { recursive: true, force: true });
  await mkdir(SCREENS, { recursive: true });
  const [registry, browser] = await Promise.all([
    startRegistry(),
    chromium.launchServer({ executablePath: ensureBrowser(), args: BROWSER_FLAGS }),
  ]);
  const clear = async () => {
    await browser.close();
    await registry.stop();
  };
  try {
    const elder = { handle: "keeper", password: "all the world's a stage" };
    const token = await found(registry.url, elder);
    const session = await signIn(browser.wsEndpoint(), registry.url, elder);
    provide("stage", {
      url: registry.url,
      browser: browser.wsEndpoint(),
      elder: { ...elder, token, session },
    });
  } catch (error) {
    await clear();
    throw error;
  }
  return clear;
}

interface Credentials {
  handle: string;
  password: string;
}

/** Founds over HTTP. Returns the founder's token. */
async function found(url: string, elder: Credentials): Promise<string> {
  const response = await fetch(`${url}/api/v1/found`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token: FOUNDING_TOKEN, name: "The Keeper", ...elder }),
  });
  const answer = (await response.json()) as { token: string };
  if (response.status !== 201)
    throw new Error(`Founding answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer.token;
}

/** Signs in as people do. Returns the cookies that are left behind. */
async function signIn(endpoint: string, url: string, elder: Credentials): Promise<Stage["elder"]["session"]> {
  const browser = await chromium.connect(endpoint);
  const page = await browser.newPage({ baseURL: url });
  await page.goto("/sign-in?next=/you", { waitUntil: "networkidle" });
  await page.getByLabel("Handle").fill(elder.handle);
  await page.getByLabel("Password").fill(elder.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/you");
  const session = await page.context().storageState();
  await browser.close();
  return session;
}

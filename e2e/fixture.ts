import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { test as base, expect, inject } from "vitest";
import { SCREENS, type Stage } from "./stage";

interface Fixtures {
  stage: Stage;
  /** The one browser. */
  browser: Browser;
  /** Opens a window. Nothing may complain in it until the journey ends, but what `tolerate` names. */
  open: (options?: BrowserContextOptions) => Promise<Page>;
  /** A window of somebody who is not signed in. */
  anonymous: Page;
  /** A window of the elder, signed in. */
  elder: Page;
  /** Patterns of console errors that a journey provokes on purpose. */
  tolerate: RegExp[];
}

/** A journey: windows that are closed at its end, and a look at what their consoles said. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
  stage: async ({}, use) => use(inject("stage")),
  browser: async ({ stage }, use) => {
    const browser = await chromium.connect(stage.browser);
    await use(browser);
    await browser.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  tolerate: async ({}, use) => use([]),
  open: async ({ browser, stage, tolerate, task }, use) => {
    const pages: Page[] = [];
    const complaints: string[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: stage.url,
        locale: "en-GB",
        viewport: { width: 1440, height: 900 },
        reducedMotion: "reduce",
        ...options,
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      pages.push(page);
      page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
      });
      return page;
    });
    if (task.result?.state === "fail") {
      const file = `${SCREENS}/failed ${task.name.replaceAll(/[^\w ]+/g, "")}`;
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: `${file} ${index + 1}.png`, fullPage: true });
      }
    }
    for (const page of pages) await page.context().close();
    expect(complaints.filter((text) => !tolerate.some((pattern) => pattern.test(text)))).toEqual([]);
  },
  anonymous: async ({ open }, use) => use(await open()),
  elder: async ({ open, stage }, use) => use(await open({ storageState: stage.elder.session })),
});

/** Presses Tab until the focus is there; throws when it never comes by. */
export async function tabTo(page: Page, role: Parameters<Page["getByRole"]>[0], name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key never reaches the ${role} "${name}".`);
}

/** Asks the API as a command-line tool would, with a token or none. */
export async function ask(stage: Stage, target: string, token?: string): Promise<Response> {
  return fetch(`${stage.url}${target}`, { headers: token ? { Authorization: `Bearer ${token}` } : {} });
}

/** Publishes by the elder over HTTP, for journeys in which publishing is not the point. */
export async function publish(stage: Stage, name: string, source: string): Promise<void> {
  const response = await fetch(`${stage.url}/api/v1/masques/${name}/versions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${stage.elder.token}`, "Content-Type": "application/yaml" },
    body: source,
  });
  expect(response.status, await response.clone().text()).toBe(201);
}

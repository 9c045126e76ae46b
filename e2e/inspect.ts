import axe, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { SCREENS } from "./stage";

const WIDTHS = [1440, 390];
const HEIGHT = 900;
/** A theme changes colours alone, so that the second one is held against the rules of colour alone. */
const THEMES = [
  { colorScheme: "light", rules: "all" },
  { colorScheme: "dark", rules: ["color-contrast", "link-in-text-block"] },
] as const;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Looks at a page in light and dark, on desk and phone: leaves a picture of each, and expects that it fits and is there for everyone. */
export async function inspect(page: Page, name: string): Promise<void> {
  expect(await page.getByRole("heading", { level: 1 }).count(), "first headings").toBe(1);
  expect(await page.title(), "the window's title").toMatch(/Masque$/);
  await page.evaluate(axe.source);
  for (const { colorScheme, rules } of THEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      const look = `${colorScheme}, ${width} px`;
      await page.screenshot({ path: `${SCREENS}/${name} ${width} ${colorScheme}.png`, fullPage: true });
      expect.soft(await page.evaluate(findOverflow), `what sticks out: ${look}`).toEqual([]);
      expect.soft(await findBarriers(page, rules), `barriers: ${look}`).toEqual([]);
    }
  }
  expect.soft(await findUnseenFocus(page), "focus that nobody sees").toEqual([]);
}

/** What makes the page wider than its window; nothing, if it is not. */
function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

/** What axe finds that keeps people out: each rule once, with the first element that breaks it. */
async function findBarriers(page: Page, rules: readonly string[] | "all"): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ["violations"],
    ...(rules !== "all" && { runOnly: [...rules] }),
  };
  const { violations } = await page.evaluate((given) => window.axe.run(document, given), options);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

/** Walks through the page with the Tab key. Returns what takes the focus and does not show it. */
async function findUnseenFocus(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "end";
      const outlined = (style: CSSStyleDeclaration) =>
        style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
      let frame: Element | null = element;
      for (let level = 0; level < 8 && frame; level++, frame = frame.parentElement) {
        if (outlined(getComputedStyle(frame)) || outlined(getComputedStyle(frame, "::after"))) return "seen";
      }
      return element.outerHTML.slice(0, 160);
    });
    if (found === "end") break;
    if (found !== "seen") unseen.push(found);
  }
  return unseen;
}

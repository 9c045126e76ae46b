import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** How much of the page moved by itself since it was opened. */
    shifted: number;
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  /** Whether it followed a key or a click so closely that people expect it. */
  readonly hadRecentInput: boolean;
}

/** From the next address on, adds up what moves in the page without anybody touching it. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[]) {
        if (!hadRecentInput) window.shifted += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What browsers call the cumulative layout shift, without its windows: 0 is a page that stood still. */
export async function readShift(page: Page): Promise<number> {
  return page.evaluate(() => window.shifted);
}

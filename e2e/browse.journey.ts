import { expect } from "vitest";
import { test } from "./fixture";
import { readShift, watchShifts } from "./shifts";

test("search and filters live in the address, and going back goes back", async ({ elder: page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await page.getByRole("searchbox", { name: "Search by name, title or skill" }).fill("engineer");
  await page.waitForURL(/\?q=engineer/);
  await page.getByRole("heading", { name: /found/ }).waitFor();
  expect(await page.getByRole("link", { name: "Homelab" }).count()).toBe(0);

  await page
    .getByRole("link", { name: /Backend/ })
    .first()
    .click();
  await page.waitForURL(/\/masques\/engineer(:|%3A)backend/);
  await page.goBack();
  await page.waitForURL(/\?q=engineer/);
  expect(await page.getByRole("searchbox").inputValue()).toBe("engineer");

  await page.getByRole("searchbox").fill("");
  await page.getByText("admin", { exact: true }).first().click();
  await page.waitForURL(/ring=admin/);
  const search = new URL(page.url()).search;
  await page.reload();
  expect(new URL(page.url()).search).toBe(search);
  expect(await page.getByRole("radio", { name: "admin" }).isChecked()).toBe(true);
  await page.getByRole("link", { name: /Clear/ }).click();
  await page.waitForURL("/");
});

test("what nobody published says so and shows the way out", async ({ anonymous: page }) => {
  await page.goto("/?q=zzzz");
  await page.getByRole("heading", { name: "No masque answers to that." }).waitFor();
  await page.getByRole("link", { name: "Show everything" }).click();
  await page.getByRole("heading", { level: 3 }).first().waitFor();
});

test("without JavaScript people find, filter and read masques all the same", async ({ open, stage }) => {
  const page = await open({ javaScriptEnabled: false, storageState: stage.elder.session });
  await page.goto("/");
  await page.getByRole("searchbox").fill("review");
  await page.getByText("player", { exact: true }).first().click();
  await page.getByRole("button", { name: "Search" }).click();
  const { searchParams } = new URL(page.url());
  expect([searchParams.get("q"), searchParams.get("ring")]).toEqual(["review", "player"]);
  await page.getByRole("link", { name: "Reviewer" }).click();
  await page.getByRole("heading", { level: 1, name: "Reviewer" }).waitFor();
  for (const component of ["Intent", "Context", "Knowledge", "Access", "Lens"]) {
    expect(await page.getByRole("heading", { level: 2, name: component }).count()).toBe(1);
  }
});

test.for([390, 1440])(
  "the catalogue keeps its place while it loads, %i pixels wide",
  async (width, { open }) => {
    const page = await open({ viewport: { width, height: 900 } });
    await watchShifts(page);
    await page.goto("/", { waitUntil: "networkidle" });
    await page.getByRole("searchbox").fill("o");
    await page.waitForURL("/?q=o");
    await page.reload({ waitUntil: "networkidle" });
    expect(await readShift(page)).toBeLessThan(0.001);
  },
);

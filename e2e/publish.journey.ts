import { expect } from "vitest";
import { ask, tabTo, test } from "./fixture";

test("a new version is written, checked, compared and published by keyboard alone", async ({
  elder: page,
  stage,
}) => {
  await page.goto("/masques/homelab");
  await tabTo(page, "link", "New version");
  await page.keyboard.press("Enter");
  await page.waitForURL("/publish?name=homelab");
  await tabTo(page, "textbox", "Masque, in YAML");
  const press = async (key: string, times = 1) => {
    for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press(key);
  };
  // Line 3 holds the version, line 4 the ring.
  await press("Control+Home");
  await press("ArrowDown", 2);
  await press("End");
  await press("Backspace");
  await page.keyboard.type("4");
  await press("ArrowDown");
  await press("End");
  await press("Backspace");
  await press("Escape");
  await page.getByRole("status").getByText("1 error", { exact: true }).waitFor();
  const complaint = page.getByRole("button", { name: /error 4:\d+ ring/ });
  expect(await complaint.textContent()).toMatch(/player/);

  await page.keyboard.type("r");
  await press("Escape");
  await page.getByRole("status").getByText("Valid").waitFor();
  // Line 19 holds the patterns that are allowed; the editor closes the quotes.
  await press("ArrowDown", 15);
  await press("End");
  await press("ArrowLeft");
  await page.keyboard.type(`, "restart *"`);
  await page
    .getByRole("region", { name: /^Widening/ })
    .getByText("restart *")
    .first()
    .waitFor();

  await press("Escape");
  await press("Tab");
  const reason = page.getByLabel("Why this version?");
  expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("Agents may restart services.");
  await tabTo(page, "button", "Publish");
  await press("Enter");
  await page.waitForURL("/masques/homelab?version=2.4.0&published=1");
  await page.getByText("homelab@2.4.0 is published.").waitFor();
  const versions = page.getByRole("region", { name: /Versions/ });
  const rows = await versions.getByRole("listitem").allTextContents();
  expect(rows.map((row) => /\d+\.\d+\.\d+/.exec(row)?.[0])).toEqual(["2.4.0", "2.3.0", "2.2.0"]);
  const resolved = await (await ask(stage, "/api/v1/resolve/masque:homelab@v2.4", stage.elder.token)).json();
  expect(resolved.intent.allowed).toContain("restart *");
});

test("who starts writing before the editor has arrived goes on in it", async ({ elder: page }) => {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/_next/static/chunks/**", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes("cm-scroller")) await held;
    await route.fulfill({ response, body });
  });
  await page.goto("/publish");
  const text = page.getByRole("textbox", { name: "Masque, in YAML" });
  await text.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("# Now is the");
  arrive();
  await expect.poll(() => text.evaluate((element: HTMLElement) => element.isContentEditable)).toBe(true);
  await page.keyboard.type(" winter");
  await text.getByText("# Now is the winter").waitFor();
});

test("a form that is sent twice at once publishes one version", async ({ elder: page, stage }) => {
  await page.goto("/publish", { waitUntil: "networkidle" });
  await page.getByLabel("Name").fill("release-notes");
  await page.getByText("Nothing of this name is published yet").waitFor();
  await page.getByRole("button", { name: "Publish" }).evaluate((button: HTMLButtonElement) => {
    button.form?.requestSubmit();
    button.form?.requestSubmit();
  });
  await page.waitForURL(/\/masques\/release-notes/);
  await page.getByText("release-notes@0.1.0 is published.").waitFor();
  const { items } = await (
    await ask(stage, "/api/v1/masques/release-notes/versions", stage.elder.token)
  ).json();
  expect(items.map(({ version }: { version: string }) => version)).toEqual(["0.1.0"]);
});

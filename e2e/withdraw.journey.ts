import { expect } from "vitest";
import { ask, publish, test } from "./fixture";

test("a version is withdrawn after a confirmation, and page and API say so", async ({
  elder: page,
  stage,
}) => {
  const file = (version: string) =>
    `version: ${version}\nring: player\nintent:\n  allowed: ["prompt *"]\nlens: Whisper.\n`;
  await publish(stage, "prompter", file("1.0.0"));
  await publish(stage, "prompter", file("1.1.0"));
  await page.goto("/masques/prompter?version=1.0.0");
  await page.getByRole("link", { name: "Withdraw 1.0.0" }).click();
  await page.getByRole("heading", { level: 1, name: "Withdraw 1.0.0" }).waitFor();
  await page.getByRole("radio", { name: /^yanked/ }).check();
  await page.getByLabel("Reason").fill("It prompts the wrong play.");
  await page.getByLabel("Use instead").fill("masque:prompter@v1.1");
  await page.getByRole("button", { name: "Withdraw 1.0.0" }).click();
  await page.waitForURL(/\/masques\/prompter\?version=1\.0\.0/);
  await page.getByText("“It prompts the wrong play.”").waitFor();
  await page.getByRole("link", { name: "masque:prompter@v1.1" }).waitFor();
  const row = page.getByRole("region", { name: /Versions/ }).getByRole("link", { name: /1\.0\.0/ });
  expect(await row.first().textContent()).toContain("yanked");

  const status = await ask(stage, "/api/v1/masques/prompter/versions/1.0.0/status", stage.elder.token);
  expect(await status.json()).toMatchObject({
    state: "yanked",
    reason: "It prompts the wrong play.",
    replacement: "masque:prompter@v1.1",
  });
  const resolved = await ask(stage, "/api/v1/resolve/masque:prompter@v1.0", stage.elder.token);
  expect([resolved.status, resolved.headers.get("masque-state")]).toEqual([200, "yanked"]);
});

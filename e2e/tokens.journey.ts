import { expect } from "vitest";
import { ask, test } from "./fixture";

test("a token's secret is shown once, resolves a masque, and is worth nothing once revoked", async ({
  elder: page,
  stage,
}) => {
  await page.goto("/you", { waitUntil: "networkidle" });
  await page.getByText("Make a token").click();
  await page.getByLabel("What is it for?").fill("the laptop");
  await page.getByRole("button", { name: "Make token" }).click();
  const shown = page.getByRole("region", { name: "token", exact: true });
  await shown.waitFor();
  const secret = (await shown.textContent()) ?? "";
  expect(secret).toMatch(/^mqt_/);
  const resolve = () => ask(stage, "/api/v1/resolve/masque:homelab@v2.3", secret);
  const found = await resolve();
  expect([found.status, (await found.json()).name]).toEqual([200, "homelab"]);

  await page.reload();
  await page.getByRole("button", { name: "Revoke the laptop" }).waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole("button", { name: "Revoke the laptop" }).click();
  await page.getByRole("button", { name: "Revoke the laptop" }).waitFor({ state: "detached" });
  expect((await resolve()).status).toBe(401);
});

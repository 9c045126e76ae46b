import { expect } from "vitest";
import { test } from "./fixture";
import { inspect } from "./inspect";
import { FOUNDING_TOKEN, startRegistry } from "./start-registry";

test("the one-time link founds the community, signs its founder in, and never works again", async ({
  open,
  onTestFinished,
}) => {
  const registry = await startRegistry();
  onTestFinished(registry.stop);
  const founder = await open({ baseURL: registry.url });
  await founder.goto("/", { waitUntil: "networkidle" });
  await founder.getByText("Nobody lives here yet.").waitFor();
  await inspect(founder, "catalogue-unfounded");
  const link = `/found?token=${FOUNDING_TOKEN}`;
  await founder.goto(link, { waitUntil: "networkidle" });
  await inspect(founder, "found");
  expect(await founder.getByLabel("One-time token").inputValue()).toBe(FOUNDING_TOKEN);
  await founder.getByLabel("Your name").fill("The Founder");
  await founder.getByLabel("Handle").fill("founder");
  await founder.getByLabel("Password", { exact: true }).fill("a sentence is best");
  await founder.getByLabel("Password again").fill("a sentence is bets");
  await founder.getByRole("button", { name: "Found the community" }).click();
  await founder.getByRole("alert").getByText("The two passwords differ").waitFor();
  expect(await founder.getByLabel("Your name").inputValue()).toBe("The Founder");

  await founder.getByLabel("Password", { exact: true }).fill("a sentence is best");
  await founder.getByLabel("Password again").fill("a sentence is best");
  await founder.getByRole("button", { name: "Found the community" }).click();
  await founder.waitForURL("/you?founded=1");
  await founder.getByRole("heading", { level: 1, name: "The Founder" }).waitFor();
  await founder.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Catalogue" }).click();
  await founder.getByRole("link", { name: "Homelab" }).waitFor();
  expect(await founder.getByText("Nobody lives here yet.").count()).toBe(0);

  const latecomer = await open({ baseURL: registry.url });
  await latecomer.goto(link);
  await latecomer.getByRole("heading", { level: 1, name: "Already founded." }).waitFor();
  expect(await latecomer.getByRole("textbox").count()).toBe(0);
});

test("who signs out is a stranger again, and only the right password lets them back in", async ({
  anonymous: page,
  stage: { elder },
}) => {
  const signIn = async (password: string) => {
    await page.getByLabel("Handle").fill(elder.handle);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await page.goto("/you", { waitUntil: "networkidle" });
  await page.waitForURL("/sign-in?next=/you");
  await signIn("not the password");
  const alert = page.locator("main").getByRole("alert");
  await alert.waitFor();
  expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByLabel("Handle").inputValue()).toBe(elder.handle);

  await signIn(elder.password);
  await page.waitForURL("/you");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("navigation", { name: "You" }).getByRole("link", { name: "Sign in" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  expect(await page.getByRole("link", { name: "Homelab" }).count()).toBe(0);
});

import { expect } from "vitest";
import { publish, test } from "./fixture";

const draft = (version: string, lens: string) =>
  `version: ${version}\nring: player\nintent:\n  allowed: ["greet *"]\nlens: ${lens}\n`;

test("what changed leads with what widens and ends with the words of the texts", async ({ elder: page }) => {
  await page.goto("/masques/homelab?version=2.3");
  await page.getByRole("link", { name: "Compare" }).click();
  await page.waitForURL(/\/masques\/homelab\/diff/);
  expect(await page.getByRole("combobox", { name: "From" }).inputValue()).toBe("2.2.0");
  expect(await page.getByRole("combobox", { name: "To" }).inputValue()).toBe("2.3.0");
  const groups = await page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents();
  expect(groups.map((heading) => /^[A-Z][a-z ]+?(?=\d)/.exec(heading)?.[0])).toEqual([
    "Widening",
    "To be read",
    "Neutral",
  ]);
  const widening = page.getByRole("region", { name: /^Widening/ });
  for (const what of ["deploy *", "homelab-operator"]) {
    expect(await widening.getByText(what).count(), what).toBeGreaterThan(0);
  }
  const read = page.getByRole("region", { name: /^To be read/ });
  expect(await read.getByRole("insertion").filter({ hasText: "One change at a time" }).count()).toBe(1);
  expect(await read.getByRole("deletion").filter({ hasText: "You mend what is broken" }).count()).toBe(1);
  await page.getByRole("combobox", { name: "To" }).selectOption("2.2.0");
  await page.waitForURL(/to=2\.2\.0/);
});

test("a character that nobody would see stands there as its number", async ({ elder: page, stage }) => {
  await publish(stage, "greeter", draft("1.0.0", "Greet the visitor."));
  await publish(stage, "greeter", draft("1.1.0", "Greet the\u200b visitor."));
  await page.goto("/masques/greeter/diff?from=1.0.0&to=1.1.0");
  await page.getByText("1 character hides in these files.").waitFor();
  expect(await page.getByRole("insertion").getByText("⟨U+200B⟩").count()).toBe(1);
  await page.goto("/masques/greeter");
  expect(await page.getByRole("region", { name: "Lens" }).getByText("⟨U+200B⟩").count()).toBe(1);
});

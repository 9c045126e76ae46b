import { expect } from "vitest";
import { ask, test } from "./fixture";

const HIDDEN = "vault-keeper";
const ABSENT = "never-was-on";

for (const place of ["", "/diff", "?view=source", "/withdraw"]) {
  test(`a stranger cannot tell a hidden masque's page from one that never was: ${place || "the page itself"}`, async ({
    stage,
    anonymous: page,
    tolerate,
  }) => {
    tolerate.push(/status of 404/);
    const [hidden, absent] = await Promise.all(
      [HIDDEN, ABSENT].map(async (name) => {
        const response = await ask(stage, `/masques/${name}${place}`);
        const { date: _date, ...headers } = Object.fromEntries(response.headers);
        const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] as string;
        // The address that the browser asked for comes back in the page's own data.
        const plain = (text: string) => text.replaceAll(nonce, "NONCE").replaceAll(name, "NAME");
        return {
          status: response.status,
          headers: plain(JSON.stringify(headers)),
          html: plain(await response.text()),
        };
      }),
    );
    expect(hidden?.status).toBe(404);
    expect(hidden).toEqual(absent);

    const picture = async (name: string) => {
      await page.goto(`/masques/${name}${place}`);
      await page.getByRole("heading", { level: 1, name: "Behind this curtain there is nothing." }).waitFor();
      return (await page.screenshot({ fullPage: true })).toString("base64");
    };
    expect((await picture(HIDDEN)) === (await picture(ABSENT))).toBe(true);
  });
}

test("who may see it finds it, and the catalogue shows it to nobody else", async ({ elder, anonymous }) => {
  await elder.goto(`/masques/${HIDDEN}`);
  await elder.getByText(`masque:${HIDDEN}`, { exact: true }).waitFor();
  await anonymous.goto(`/?q=${HIDDEN}`);
  await anonymous.getByRole("heading", { name: "No masque answers to that." }).waitFor();
});

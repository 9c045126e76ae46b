import { beforeAll, expect, inject } from "vitest";
import { test } from "./fixture";
import { inspect } from "./inspect";
import { furnish, PLACES } from "./places";
import { readShift, watchShifts } from "./shifts";

beforeAll(() => furnish(inject("stage")));

test.for(PLACES)(
  "$name stands still, fits phone and desk, and is there for everyone in both themes",
  async ({ name, address, who, heading }, { open, stage, tolerate }) => {
    if (name === "not-found") tolerate.push(/status of 404/);
    const page = await open(who === "elder" ? { storageState: stage.elder.session } : {});
    await watchShifts(page);
    await page.goto(address, { waitUntil: "networkidle" });
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    expect(await readShift(page), "layout shift").toBeLessThan(0.01);
    await inspect(page, name);
  },
);

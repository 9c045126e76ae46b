import { expect, test } from "vitest";
import { openTestRegistry, type TestRegistry } from "../test-registry";

const open = () => openTestRegistry({ config: { rateLimit: 5 } });

const ask = (
  registry: TestRegistry,
  as: "player" | "outsider",
  headers: Record<string, string> = {},
  handle?: string,
) => registry.as(as, handle).http("GET", "/api/v1/masques", undefined, headers);

test("who asks more often than a minute allows is told to wait, and for how long", async () => {
  const registry = await open();
  for (let number = 0; number < 5; number++) expect((await ask(registry, "player")).status).toBe(200);
  const limited = await ask(registry, "player");
  expect(limited.json()).toMatchObject({ status: 429, code: "rate_limited" });
  expect(Number(limited.headers["retry-after"])).toBeGreaterThan(0);
  expect(Number(limited.headers["retry-after"])).toBeLessThanOrEqual(60);
});

test("each member has a minute of their own, whatever the address; nobody's are counted by address", async () => {
  const registry = await open();
  for (let number = 0; number < 6; number++) await ask(registry, "player");
  expect((await ask(registry, "player", {}, "another")).status).toBe(200);
  for (let number = 0; number < 5; number++) expect((await ask(registry, "outsider")).status).toBe(200);
  expect((await ask(registry, "outsider")).status).toBe(429);
  expect((await ask(registry, "outsider", { "x-forwarded-for": "192.0.2.1" })).status).toBe(200);
});

test("tokens cannot be tried out: each wrong one counts against where it comes from", async () => {
  const registry = await open();
  const statuses = [];
  for (let number = 0; number < 8; number++)
    statuses.push((await ask(registry, "outsider", { authorization: `Bearer mqt_${number}` })).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  expect((await ask(registry, "player")).status).toBe(200);
});

test("what only says that the process lives is never limited", async () => {
  const registry = await open();
  for (let number = 0; number < 12; number++)
    expect((await registry.as("outsider").http("GET", "/healthz")).status).toBe(200);
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createMetrics } from "../metrics";
import { openTestRegistry, send } from "../test-registry";
import { createApi } from "./api";
import { createFront } from "./front";

test("health says that the process lives, readiness that it serves", async () => {
  const registry = await openTestRegistry();
  const limit = () => undefined;
  const parts = {
    api: createApi(registry.runtime, limit),
    metrics: createMetrics(registry.runtime),
    limit,
    dev: false,
  };
  const front = createFront(registry.runtime, { ...parts, pages: new Promise<never>(() => {}) });
  const server = createServer(front.listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const status = async (target: string) => (await send(url, { method: "GET", target, headers: {} })).status;

  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
  front.setReady(true);
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
  front.setReady(false);
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
});

test("metrics are for this machine and for elders; to all others they are not there", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  const ask = (as: "admin" | "player" | "outsider", headers: Record<string, string> = {}) =>
    registry.as(as).http("GET", "/metrics", undefined, headers);
  const here = await ask("outsider");
  expect(here).toMatchObject({ status: 200, text: expect.stringContaining("masque_versions 1") });
  expect(here.headers["content-type"]).toContain("text/plain");
  const far = { "x-forwarded-for": "192.0.2.1" };
  expect((await ask("admin", far)).status).toBe(200);
  const absent = await registry.as("player").http("GET", "/api/v1/nothing", undefined, far);
  for (const headers of [far, { forwarded: "for=192.0.2.1" }])
    expect((await ask("player", headers)).comparable()).toEqual(absent.comparable());
  expect((await ask("outsider", far)).status).toBe(404);
  expect((await ask("outsider", { ...far, authorization: "Bearer mqt_unknown" })).status).toBe(401);
});

test("requests are counted by their status, and names of masques are in no metric", async () => {
  const registry = await openTestRegistry({ masques: { quux: { ring: "admin" } } });
  await registry.as("outsider").http("GET", "/api/v1/masques/quux");
  await registry.as("outsider").http("GET", "/api/v1/masques");
  const { text } = await registry.as("outsider").http("GET", "/metrics");
  expect(text).toContain('masque_api_requests_total{status="404"} 1');
  expect(text).toContain('masque_api_requests_total{status="200"} 1');
  expect(text).not.toContain("quux");
});

test("every answer of the API says that it is data: no sniffing, no framing, no scripts, no referrer", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  for (const target of [
    "/api/v1/masques",
    "/api/v1/resolve/homelab@1",
    "/api/v1/nothing",
    "/api/v1/openapi.json",
    "/healthz",
  ]) {
    const { headers } = await registry.as("player").http("GET", target);
    expect(headers, target).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
    });
    expect(headers["x-powered-by"], target).toBeUndefined();
    expect(headers["access-control-allow-origin"], target).toBeUndefined();
  }
});

test("every page has a nonce of its own, and runs nothing without it", async () => {
  const registry = await openTestRegistry();
  const policies = [];
  for (let number = 0; number < 2; number++) {
    const { headers } = await registry.as("outsider").http("GET", "/");
    policies.push(String(headers["content-security-policy"]));
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
  const [first, second] = policies.map(
    (policy) => /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1],
  );
  expect(first).toMatch(/^.{20,}$/);
  expect(second).not.toBe(first);
  expect(policies.join()).not.toContain("unsafe");
});

test("at an https address browsers are told to stay there", async () => {
  const registry = await openTestRegistry({ config: { url: "https://masque.example" } });
  const { headers } = await registry.as("outsider").http("GET", "/");
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
});

import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, type TestRegistry } from "#server/test-registry";

const open = () =>
  openTestRegistry({ masques: { homelab: { ring: "guest", versions: ["1.0.0", "1.1.0", "1.2.0"] } } });

function withdraw(registry: TestRegistry, state: string, more: Record<string, string> = {}) {
  const body = { state, reason: "It deletes too much.", ...more };
  return registry.as("admin").http("POST", "/api/v1/masques/homelab/versions/1.2/withdrawal", body);
}

/** What everybody sees of version 1.2.0. */
async function seen(registry: TestRegistry) {
  const guest = registry.as("guest");
  const get = (path: string) => guest.http("GET", `/api/v1${path}`);
  const pin = await get("/resolve/homelab@1.2");
  return {
    pin: pin.status,
    state: pin.headers["masque-state"],
    latest: (await get("/resolve/homelab")).json().version,
    range: (await get("/resolve/homelab@^1.1")).json().version,
    source: (await get("/masques/homelab/versions/1.2/source")).status,
    diff: (await get("/masques/homelab/diff?from=1.1&to=1.2")).status,
    status: (await get("/masques/homelab/versions/1.2/status")).json(),
    listed: (await guest.invoke("masque.list", {})).items[0]?.latest.version,
  };
}

const ADVICE = {
  reason: "It deletes too much.",
  replacement: "homelab@1.1",
  tampered: false,
  since: "2026-01-05T10:00:00.000Z",
};

test("a deprecated version warns, and is used as before", async () => {
  const registry = await open();
  expect((await withdraw(registry, "deprecated", { replacement: "homelab@1.1" })).status).toBe(200);
  expect(await seen(registry)).toEqual({
    pin: 200,
    state: "deprecated",
    latest: "1.2.0",
    range: "1.2.0",
    source: 200,
    diff: 200,
    status: { state: "deprecated", ...ADVICE },
    listed: "1.2.0",
  });
});

test("a yanked version resolves by its pin with a warning, and ranges and latest pass over it", async () => {
  const registry = await open();
  await withdraw(registry, "yanked", { replacement: "homelab@1.1" });
  expect(await seen(registry)).toEqual({
    pin: 200,
    state: "yanked",
    latest: "1.1.0",
    range: "1.1.0",
    source: 200,
    diff: 200,
    status: { state: "yanked", ...ADVICE },
    listed: "1.1.0",
  });
});

test("of a revoked version nothing is left but the tombstone, which says why and what to use", async () => {
  const registry = await open();
  const body = await registry.as("guest").http("GET", "/api/v1/resolve/homelab@1.2");
  await withdraw(registry, "revoked", { replacement: "homelab@1.1" });
  expect(await seen(registry)).toEqual({
    pin: 410,
    state: undefined,
    latest: "1.1.0",
    range: "1.1.0",
    source: 410,
    diff: 410,
    status: { state: "revoked", ...ADVICE },
    listed: "1.1.0",
  });
  // Not even who has the bytes already is told that they still stand.
  const again = await registry
    .as("guest")
    .http("GET", "/api/v1/resolve/homelab@1.2", undefined, { "if-none-match": body.headers.etag ?? "" });
  expect(again.json()).toMatchObject({
    status: 410,
    code: "gone",
    detail: "homelab@1.2.0 was revoked: It deletes too much.. Use homelab@1.1 instead.",
  });
});

test("a withdrawal only ever goes further, whatever is tried, and outlives a restart", async () => {
  const registry = await open();
  const statuses = [];
  for (const state of ["yanked", "deprecated", "yanked", "revoked", "yanked", "published"])
    statuses.push((await withdraw(registry, state)).status);
  expect(statuses).toEqual([200, 409, 200, 200, 409, 400]);
  const before = (await seen(registry)).status;
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  const after = await reopened
    .as("outsider", "one")
    .http("GET", "/api/v1/masques/homelab/versions/1.2/status");
  expect(after.status).toBe(404);
  expect(
    await reopened.as("player", "two").invoke("masque.status", { name: "homelab", version: "1.2" }),
  ).toEqual(before);
});

test("of a mild and a grave withdrawal at the same moment the grave one stands", async () => {
  const registry = await open();
  const elder = registry.as("admin");
  await elder.http("GET", "/api/v1/me");
  const settled = await Promise.allSettled(
    (["revoked", "deprecated", "yanked"] as const).map((state) =>
      elder.invoke("masque.withdraw", { name: "homelab", version: "1.2", state, reason: "old" }),
    ),
  );
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect((await seen(registry)).status.state).toBe("revoked");
  expect(await registry.runtime.store.reader.withdrawal.count()).toBe(1);
});

test("a withdrawn version is never published again, and its number not by other bytes", async () => {
  const registry = await open();
  await withdraw(registry, "revoked");
  const publish = (source: string) =>
    registry.as("admin").http("POST", "/api/v1/masques/homelab/versions", { source });
  expect((await publish(masqueFile({ version: "1.2.0", ring: "guest", lens: "Better now." }))).status).toBe(
    409,
  );
  expect((await publish(masqueFile({ version: "1.2.0", ring: "guest" }))).status).toBe(200);
  expect((await seen(registry)).pin).toBe(410);
});

test("its maintainers and elders withdraw a version; others may not, and learn nothing of what they do not see", async () => {
  const registry = await open();
  const ask = (as: ReturnType<TestRegistry["as"]>, path = "homelab/versions/1.2.0") =>
    as
      .http("POST", `/api/v1/masques/${path}/withdrawal`, { state: "deprecated", reason: "old" })
      .then(({ status }) => status);
  expect(await ask(registry.as("player", "stranger"))).toBe(403);
  expect(await ask(registry.as("outsider"))).toBe(404);
  expect(await ask(registry.as("player"), "homelab/versions/9.9.9")).toBe(404);
  await registry.as("player", "keeper").http("GET", "/api/v1/me");
  await registry.as("admin").invoke("maintainer.add", { name: "homelab", handle: "keeper" });
  expect(await ask(registry.as("player", "keeper"))).toBe(200);
});

test("a withdrawal that cannot be is refused and changes nothing", async () => {
  const registry = await open();
  const refused: [body: object, status: number][] = [
    [{ state: "yanked", reason: "  " }, 422],
    [{ state: "yanked", reason: "" }, 400],
    [{ state: "yanked" }, 400],
    [{ state: "gone", reason: "old" }, 400],
    [{ state: "yanked", reason: "old", replacement: "../vault" }, 400],
  ];
  for (const [body, status] of refused) {
    const target = "/api/v1/masques/homelab/versions/1.2/withdrawal";
    expect((await registry.as("admin").http("POST", target, body)).status, JSON.stringify(body)).toBe(status);
  }
  expect(await registry.runtime.store.reader.withdrawal.count()).toBe(0);
  expect((await seen(registry)).status.state).toBe("published");
});

import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "../test-registry";

test("S57: @v2.3, @2.3 and @2.3.0 are one version, and nothing near it", async () => {
  const registry = await openTestRegistry({
    masques: { homelab: { versions: ["2.3.0", "2.3.1", "2.4.0"] } },
  });
  const player = registry.as("player");
  const bodies = await Promise.all(
    ["@v2.3", "@2.3", "@2.3.0"].map((at) => player.http("GET", `/api/v1/resolve/masque:homelab${at}`)),
  );
  expect(new Set(bodies.map(({ text }) => text)).size).toBe(1);
  expect(bodies[0]?.json()).toMatchObject({
    version: "2.3.0",
    pinned: true,
    reference: "masque:homelab@v2.3.0",
  });
  expect((await player.http("GET", "/api/v1/resolve/masque:homelab@2")).status).toBe(404);
});

test("a pin is answered with its digest as tag, for a year, and not again to who has it", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {}, guide: { ring: "outsider" } } });
  const first = await registry.as("player").http("GET", "/api/v1/resolve/homelab@1");
  expect(first.headers).toMatchObject({
    "cache-control": "private, max-age=31536000, immutable",
    "masque-state": "published",
  });
  expect(first.headers.etag).toBe(`"${first.json().digest}"`);
  const again = await registry
    .as("player")
    .http("GET", "/api/v1/resolve/homelab@1", undefined, { "if-none-match": first.headers.etag ?? "" });
  expect(again).toMatchObject({ status: 304, text: "" });
  expect(again.headers["content-length"]).toBeUndefined();
  const open = await registry.as("outsider").http("GET", "/api/v1/resolve/guide@1");
  expect(open.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("S55: a moving selector names its pin and is remembered for a minute at most", async () => {
  const registry = await openTestRegistry({
    masques: { homelab: { versions: ["2.3.0", "2.4.0", "3.0.0"] } },
  });
  const reply = await registry.as("player").http("GET", "/api/v1/resolve/homelab@^2");
  expect(reply.json()).toMatchObject({ version: "2.4.0", pinned: false });
  expect(reply.headers["content-location"]).toBe("/api/v1/resolve/masque:homelab@v2.4.0");
  expect(reply.headers["cache-control"]).toBe("private, max-age=60");
});

test("S34: what lies above one's ring is answered as what was never there, to the byte", async () => {
  const registry = await openTestRegistry({ masques: { vault: { ring: "admin" } } });
  const player = registry.as("player");
  for (const target of [
    "/masques/NAME",
    "/resolve/NAME@1",
    "/masques/NAME/versions",
    "/masques/NAME/versions/1/source",
  ]) {
    const hidden = await player.http("GET", `/api/v1${target.replace("NAME", "vault")}`);
    const absent = await player.http("GET", `/api/v1${target.replace("NAME", "never")}`);
    expect(hidden.status).toBe(404);
    expect(hidden.comparable()).toEqual(absent.comparable());
  }
});

test("S49: a masque answers with pointers, never with what they point to, so nothing of it can go stale", async () => {
  const registry = await openTestRegistry();
  const knowledge = "knowledge: [mcp://homelab-inventory, mcp://homelab-runbooks/restart]\n";
  await registry.publish("homelab", masqueFile({ more: knowledge }));
  const body = (await registry.as("player").http("GET", "/api/v1/resolve/homelab@1")).json();
  expect(body.knowledge).toEqual(["mcp://homelab-inventory", "mcp://homelab-runbooks/restart"]);
});

test("S56: a newer version changes nothing for who holds a pin; the way to it is asked for and shows what differs", async () => {
  const registry = await openTestRegistry({ masques: { homelab: { versions: ["2.3.0"] } } });
  const player = registry.as("player");
  const before = await player.http("GET", "/api/v1/resolve/homelab@2.3");
  await registry.publish("homelab", masqueFile({ version: "2.4.0", lens: "Touch at once." }));
  const after = await player.http("GET", "/api/v1/resolve/homelab@2.3");
  expect(after.comparable()).toEqual(before.comparable());
  const diff = await player.http("GET", "/api/v1/masques/homelab/diff?from=2.3&to=2.4");
  expect(diff.json()).toMatchObject({
    from: "2.3.0",
    to: "2.4.0",
    changes: [{ path: "lens", effect: "read" }],
  });
});

test("the source is what was published, byte for byte", async () => {
  const registry = await openTestRegistry();
  const source = `# a comment\r\n${masqueFile({ more: "context: |\n  Grüße, 世界\n" })}`;
  await registry.publish("homelab", source);
  const reply = await registry.as("player").http("GET", "/api/v1/masques/homelab/versions/1/source");
  expect(reply.text).toBe(source);
  expect(reply.headers["content-type"]).toBe("application/yaml; charset=utf-8");
});

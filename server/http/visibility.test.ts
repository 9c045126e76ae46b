import { expect, test } from "vitest";
import { RINGS, rank } from "#registry/masque/ring";
import { openTestRegistry, type TestRegistry } from "../test-registry";
import { routes } from "./routes";

const ABOVE = ["guest", "player", "admin"] as const;

/** A masque and a member in each ring above the outermost, named so that nothing else is called alike. */
async function open(): Promise<TestRegistry> {
  const versions = ["1.0.0", "2.0.0"];
  const masques = Object.fromEntries(ABOVE.map((ring) => [`quux-${ring}`, { ring, versions }]));
  const registry = await openTestRegistry({ masques: { ...masques, common: { ring: "outsider" } } });
  for (const ring of ABOVE) await registry.as(ring, `quuz-${ring}`).http("GET", "/api/v1/me");
  return registry;
}

/** The address of a route for this masque and this member. */
function fill(path: string, masque: string, handle: string): string {
  const query = path.endsWith("/diff") ? "?from=1&to=2" : path === "/resolve" ? `?ref=${masque}@1` : "";
  return `/api/v1${path
    .replace(":name", masque)
    .replace(":reference", `masque:${masque}@1.0.0`)
    .replace(":version", "1.0.0")
    .replace(":handle", handle)}${query}`;
}

const gets = routes.filter(({ method }) => method === "GET").map(({ path }) => path);
const naming = gets.filter((path) => /:(name|reference|handle)/.test(path) || path === "/resolve");
const lists = gets.filter((path) => !path.includes(":") && path !== "/resolve");
const viewers = RINGS.filter((ring) => ring !== "admin");

test.each(viewers)(
  "S34: for %s, every GET answers what is hidden as what never was, to the byte",
  async (viewer) => {
    const registry = await open();
    const caller = registry.as(viewer);
    expect(naming.length).toBeGreaterThan(8);
    for (const path of naming) {
      const absent = await caller.http("GET", fill(path, "quux-never", "quuz-never"));
      expect(absent.status, path).toBe(404);
      for (const ring of ABOVE.filter((ring) => rank(ring) > rank(viewer))) {
        const hidden = await caller.http("GET", fill(path, `quux-${ring}`, `quuz-${ring}`));
        expect(hidden.comparable(), path).toEqual(absent.comparable());
      }
    }
  },
);

test.each(viewers)("S34: nothing that %s can list names what lies above", async (viewer) => {
  const registry = await open();
  const hidden = ABOVE.filter((ring) => rank(ring) > rank(viewer)).map((ring) => `quux-${ring}`);
  const { items } = await registry.as("admin").invoke("masque.list", {});
  expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(hidden));
  for (const path of lists) {
    const { text } = await registry.as(viewer).http("GET", `/api/v1${path}`);
    for (const name of hidden) expect(text, path).not.toContain(name);
  }
});

test.each(viewers)("S34: whatever %s does to what is hidden ends as if it never was", async (viewer) => {
  const registry = await open();
  const caller = registry.as(viewer);
  const writes = routes.filter(({ method, path }) => method !== "GET" && path.includes(":name"));
  expect(writes.length).toBeGreaterThan(3);
  for (const { method, path } of writes.filter(({ operation }) => operation !== "masque.publish")) {
    const body = path.endsWith("/withdrawal")
      ? { state: "yanked", reason: "old" }
      : { source: "version: 1\n" };
    const ask = (name: string) =>
      caller.http(method, fill(path, name, "quuz-guest"), method === "POST" ? body : {});
    const absent = await ask("quux-never");
    expect(absent.status, path).toBeGreaterThanOrEqual(400);
    for (const ring of ABOVE.filter((ring) => rank(ring) > rank(viewer)))
      expect((await ask(`quux-${ring}`)).comparable(), path).toEqual(absent.comparable());
  }
  expect(await registry.runtime.store.reader.withdrawal.count()).toBe(0);
});

test("an address that nobody answers is a problem document, too", async () => {
  const registry = await open();
  for (const [method, path] of [
    ["GET", "/api/v1/nothing"],
    ["GET", "/api/v1/"],
    ["POST", "/api/v1/masques"],
    ["PATCH", "/api/v1/masques/common"],
    ["OPTIONS", "/api/v1/masques"],
    ["GET", "/api/v1/masques/common/"],
    ["GET", "/api/v1//masques"],
  ] as const) {
    const reply = await registry.as("admin").http(method, path);
    expect(reply.headers["content-type"], path).toBe("application/problem+json");
    expect(reply.json(), path).toMatchObject({ status: 404, code: "not_found", title: "Not found" });
  }
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "../test-registry";

/** As they stand in an address. */
const NAMES = [
  "..",
  ".",
  "%2e%2e",
  "..%2f..%2fetc%2fpasswd",
  "%2e%2e%2f",
  "home/../lab",
  "a%2fb",
  "homelab.lock",
  "homelab%40%7b",
  "homelab%40v1",
  "homelab%00",
  "home%0alab",
  "home%09lab",
  "%1b[31m",
  "home%20lab",
  "Homelab",
  "h%D0%BEmelab",
  "%EF%BD%88omelab",
  "homelab%E2%80%8B",
  "%F0%9F%8E%AD",
  "a:b:c",
  ":b",
  "a:",
  "-a",
  "1a",
  "a_b",
  "a~b",
  "a^b",
  "a%5cb",
  "a%3fb",
  "a*b",
  "x".repeat(64),
  "x".repeat(5000),
  "__proto__",
  "%ff",
  "%",
];

test("a name that is none is refused wherever it stands in an address, reads nothing and writes nothing", async () => {
  const registry = await openTestRegistry();
  const player = registry.as("player");
  for (const name of NAMES) {
    const published = await player.http("POST", `/api/v1/masques/${name}/versions`, { source: masqueFile() });
    expect([400, 404], name).toContain(published.status);
    expect(published.json(), name).toMatchObject({ code: expect.stringMatching(/^(invalid|not_found)$/) });
    for (const path of [
      "",
      "/versions",
      "/versions/1",
      "/versions/1/source",
      "/versions/1/status",
      "/diff?from=1&to=2",
    ]) {
      const read = await player.http("GET", `/api/v1/masques/${name}${path}`);
      expect([400, 404], name + path).toContain(read.status);
      expect(read.headers["content-type"], name + path).toBe("application/problem+json");
    }
    expect([400, 404], name).toContain((await player.http("GET", `/api/v1/resolve/${name}@1`)).status);
  }
  expect(registry.runtime.shelf.size).toBe(0);
  expect(await registry.runtime.store.reader.masque.count()).toBe(0);
  expect(readdirSync(join(registry.runtime.repository.dir, "refs/tags"))).toEqual([]);
}, 120_000);

test("a name of the registry's own answers as one that is taken, hidden ones included", async () => {
  const registry = await openTestRegistry({ masques: { vault: { ring: "admin" } } });
  const publish = (name: string) =>
    registry.as("player").http("POST", `/api/v1/masques/${name}/versions`, { source: masqueFile() });
  const taken = await publish("vault");
  expect(taken.json()).toMatchObject({ status: 409, code: "conflict.name" });
  for (const name of ["masque", "masque:homelab"]) {
    expect((await publish(name)).comparable()).toEqual(taken.comparable());
  }
});

test("words that mean something to a program mean nothing as names", async () => {
  const names = [
    "constructor",
    "tostring",
    "valueof",
    "null",
    "undefined",
    "head",
    "refs",
    "config",
    "con",
    "nul",
  ];
  const registry = await openTestRegistry();
  for (const name of names) await registry.publish(name, masqueFile({ ring: "outsider" }));
  for (const name of names) {
    const reply = await registry.as("outsider").http("GET", `/api/v1/resolve/${name}@1`);
    expect(reply.json(), name).toMatchObject({ name });
  }
});

test("a version that is none is refused wherever it stands in an address", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  const player = registry.as("player");
  const withdrawal = { state: "revoked", reason: "x" };
  for (const version of [
    "v1.2.3.4",
    "01.2",
    "1e3",
    "-1",
    "1.0.0-rc1",
    "%5e%5e1",
    "99999999999",
    "..",
    "%00",
    "",
    "1.x.2",
  ]) {
    for (const path of [`/resolve/homelab@${version}`, `/masques/homelab/versions/${version}`])
      expect([400, 404], path).toContain((await player.http("GET", `/api/v1${path}`)).status);
    const at = `/api/v1/masques/homelab/versions/${version}`;
    for (const path of ["source", "status", "program"])
      expect((await player.http("GET", `${at}/${path}`)).json(), at).toMatchObject({
        status: 404,
        code: "not_found",
      });
    expect([400, 404], at).toContain((await player.http("POST", `${at}/withdrawal`, withdrawal)).status);
  }
  expect(await registry.runtime.store.reader.withdrawal.count()).toBe(0);
});

test("S46: a reference may carry its scheme, in the path and as a query, and says what is wrong with it", async () => {
  const registry = await openTestRegistry({ masques: { "engineer:backend": {} } });
  const player = registry.as("player");
  const get = (target: string) => player.http("GET", `/api/v1${target}`);
  for (const target of [
    "/resolve/masque:engineer:backend@v1",
    "/resolve/engineer:backend@1",
    "/resolve/masque%3Aengineer%3Abackend%40v1.0",
    "/resolve?ref=masque:engineer:backend@1.0.0",
  ])
    expect((await get(target)).json(), target).toMatchObject({ reference: "masque:engineer:backend@v1.0.0" });
  for (const target of ["/resolve/masque:", "/resolve?ref=", "/resolve", "/resolve/a@@1", "/resolve/a@>1"])
    expect((await get(target)).json(), target).toMatchObject({ status: 400, code: "invalid" });
});

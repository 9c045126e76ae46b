import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, type TestRegistry } from "#server/test-registry";
import { RINGS, type Ring, rank } from "../masque/ring";
import type { InputOf } from "../operation";
import type { Operations } from "../operations";

const skilled = (uri: string) => `skills: [{ uri: "${uri}", level: expert }]\n`;

/** One masque in each ring, each with a title, a namespace and a skill of its own; `shared` gains a version per ring. */
async function open(): Promise<TestRegistry> {
  const registry = await openTestRegistry();
  for (const [number, ring] of RINGS.entries()) {
    registry.clock.advance(60_000);
    const more = `name: Title ${ring}\n${skilled(`skill://${ring}/work`)}`;
    await registry.publish(`${ring}s:one`, masqueFile({ ring, more }));
    await registry.publish("shared", masqueFile({ ring, version: `${number + 1}.0.0`, more }));
  }
  return registry;
}

const list = (registry: TestRegistry, ring: Ring, input: InputOf<Operations["masque.list"]> = {}) =>
  registry.as(ring).invoke("masque.list", input);

test.each(RINGS)(
  "what %s sees of the list is made of what that ring may see, to the last count",
  async (ring) => {
    const registry = await open();
    const seen = RINGS.slice(0, rank(ring) + 1);
    const { items, total, namespaces, skills, next } = await list(registry, ring);
    expect(items.map(({ name }) => name)).toEqual([...seen.map((one) => `${one}s:one`), "shared"].sort());
    expect({ total, next }).toEqual({ total: seen.length + 1, next: null });
    expect(namespaces).toEqual(seen.map((one) => `${one}s`).sort());
    expect(skills).toEqual(seen.map((one) => `skill://${one}/work`).sort());
    const shared = items.find(({ name }) => name === "shared");
    expect(shared).toMatchObject({ versionCount: seen.length, ring, title: `Title ${ring}` });
    expect((await list(registry, ring, { q: "title" })).total).toBe(seen.length + 1);
  },
);

test("nothing that is asked brings up what lies above: no word, ring, skill, namespace, order or cursor", async () => {
  const registry = await open();
  for (const input of [
    { q: "admin" },
    { q: "admins:one" },
    { ring: "admin" },
    { skill: "skill://admin/work" },
    { namespace: "admins" },
  ] as const)
    expect(await list(registry, "player", input)).toMatchObject({ items: [], total: 0, next: null });
  const guest = await list(registry, "guest", { sort: "recent" });
  expect(guest.items.map(({ name }) => name)).toEqual(["guests:one", "shared", "outsiders:one"]);

  const after = (name: string) => `/api/v1/masques?cursor=${Buffer.from(name).toString("base64url")}`;
  expect((await registry.as("admin").http("GET", after("admins:one"))).status).toBe(200);
  const hidden = await registry.as("player").http("GET", after("admins:one"));
  const absent = await registry.as("player").http("GET", after("never:was"));
  expect(hidden.status).toBe(400);
  expect(hidden.comparable()).toEqual(absent.comparable());
});

test("cursors walk through every order without missing or repeating, also while others publish", async () => {
  const registry = await openTestRegistry();
  const names = Array.from({ length: 7 }, (_, number) => `masque-${number}`);
  for (const [number, name] of names.entries()) {
    registry.clock.advance(1000);
    for (let version = 0; version <= number % 3; version++)
      await registry.publish(name, masqueFile({ version: `${version + 1}` }));
  }
  for (const sort of ["name", "recent", "versions"] as const) {
    const whole = (await registry.as("player").invoke("masque.list", { sort })).items.map(({ name }) => name);
    expect(new Set(whole).size).toBe(7);
    const walked: string[] = [];
    for (let cursor: string | undefined, page = 0; page < 10; page++) {
      const { items, next } = await registry.as("player").invoke("masque.list", { sort, limit: 2, cursor });
      walked.push(...items.map(({ name }) => name));
      if (next === null) break;
      cursor = next;
    }
    expect(walked).toEqual(whole);
  }
  const first = await registry.as("player").invoke("masque.list", { limit: 3 });
  await registry.publish("a-newcomer", masqueFile());
  const second = await registry.as("player").invoke("masque.list", { limit: 3, cursor: first.next ?? "" });
  expect(second.items.map(({ name }) => name)).toEqual(["masque-3", "masque-4", "masque-5"]);
});

test("search finds words of name, title, tagline and skill, by their beginnings, and what is newest", async () => {
  const registry = await openTestRegistry();
  const tagline = (text: string) => `attributes: { tagline: "${text}" }\n`;
  await registry.publish(
    "homelab",
    masqueFile({ more: `name: Home Lab\n${tagline("keeps the cellar running")}` }),
  );
  await registry.publish("engineer:backend", masqueFile({ more: skilled("skill://programming/zig") }));
  const found = async (q: string) =>
    (await registry.as("player").invoke("masque.list", { q })).items.map(({ name }) => name);
  for (const q of ["homelab", "home", "CELLAR", "lab cell"]) expect(await found(q), q).toEqual(["homelab"]);
  for (const q of ["backend", "engineer:backend", "zig"])
    expect(await found(q), q).toEqual(["engineer:backend"]);
  for (const q of ["cellar zig", "nothing", "*", "'"]) expect(await found(q), q).toEqual([]);
  expect(await found("   ")).toHaveLength(2);
  await registry.publish("homelab", masqueFile({ version: "2", more: `name: Attic\n` }));
  expect(await found("cellar")).toEqual([]);
  expect(await found("attic")).toEqual(["homelab"]);
});

test("a list has at most a hundred, however many are asked for", async () => {
  const registry = await openTestRegistry();
  for (let version = 1; version <= 103; version++)
    await registry.publish("homelab", masqueFile({ version: `${version}` }));
  const { items, next } = await registry
    .as("player")
    .invoke("masque.versions", { name: "homelab", limit: 5000 });
  expect(items).toHaveLength(100);
  expect(items[0]?.version).toBe("103.0.0");
  const rest = await registry.as("player").invoke("masque.versions", { name: "homelab", cursor: next ?? "" });
  expect(rest).toMatchObject({
    items: [{ version: "3.0.0" }, { version: "2.0.0" }, { version: "1.0.0" }],
    next: null,
  });
});

test("a page, a cursor or a filter that cannot be is a mistake, and is told so", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  for (const target of [
    "/masques?limit=0",
    "/masques?limit=-1",
    "/masques?limit=1e3",
    "/masques?limit=many",
    "/masques?cursor=%00",
    "/masques?cursor=nonsense",
    "/masques?sort=size",
    "/masques?ring=king",
    "/masques?colour=red",
    `/masques?q=${"x".repeat(201)}`,
    "/masques/homelab/versions?cursor=9.9.9",
    "/masques/homelab/versions?limit=0",
  ]) {
    const reply = await registry.as("player").http("GET", `/api/v1${target}`);
    expect(reply.json(), target).toMatchObject({ status: 400, code: "invalid" });
  }
});

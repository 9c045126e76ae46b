import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, type TestRegistry } from "#server/test-registry";
import { type Actor, OUTSIDER } from "./actor";
import { publishMasque } from "./catalog/publish";
import { invoke, operation } from "./operation";

/** What the trail says, oldest first. */
async function trail({ runtime }: TestRegistry) {
  const rows = await runtime.store.reader.auditEntry.findMany({ orderBy: { seq: "asc" } });
  return rows.map(({ operation, outcome, code, subject, ring }) => ({
    operation,
    outcome,
    code,
    subject,
    ring,
  }));
}

/** Somebody signed in whose token is good for these scopes alone. */
async function narrowed(registry: TestRegistry, scopes: ("read" | "wear")[]): Promise<Actor> {
  const { token } = await registry.as("player").invoke("token.create", { label: "narrow", scopes });
  return registry.runtime.people.findActor(token) ?? OUTSIDER;
}

const breaking = operation({
  name: "test.break",
  effect: "write",
  scope: "publish",
  summary: "Writes half of what it means to and breaks.",
  input: { type: "object", additionalProperties: false, properties: { name: { type: "string" } } },
  output: {},
  run: (context, { name = "" }) =>
    context.commit({ masque: name }, async (tx) => {
      await tx.masque.create({ data: { name, index: 1, createdAt: context.now } });
      throw new Error("the disk is full");
    }),
});

test("an input that does not fit names every place where it does not, before anything runs", async () => {
  const registry = await openTestRegistry();
  const reply = await registry.as("player").http("POST", "/api/v1/masques/homelab/versions", {
    source: 7,
    message: "x".repeat(2001),
    colour: "red",
  });
  expect(reply.json()).toMatchObject({ status: 400, code: "invalid" });
  expect(reply.json().errors).toEqual(
    expect.arrayContaining([
      { path: "colour", message: "is not known here" },
      { path: "source", message: "must be string" },
      { path: "message", message: "must NOT have more than 2000 characters" },
    ]),
  );
  const missing = await registry.as("player").http("POST", "/api/v1/masques/homelab/versions", {});
  expect(missing.json().errors).toEqual([{ path: "source", message: "is missing" }]);
});

test("a token does what its scopes say, in any ring, and the refusal names the scope", async () => {
  const registry = await openTestRegistry();
  const actor = await narrowed(registry, ["read"]);
  const input = { name: "homelab", source: masqueFile() };
  await expect(invoke(registry.runtime, publishMasque, actor, input)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining('the scope "publish"'),
  });
  expect(registry.runtime.shelf.size).toBe(0);
});

test("every write is on record in the transaction of what it wrote, with who, what and in which ring", async () => {
  const registry = await openTestRegistry();
  await registry
    .as("player")
    .invoke("masque.publish", { name: "homelab", source: masqueFile({ ring: "guest" }) });
  await registry
    .as("player")
    .invoke("masque.publish", { name: "homelab", source: masqueFile({ ring: "guest" }) });
  expect(await trail(registry)).toEqual([
    { operation: "masque.publish", outcome: "done", code: null, subject: "homelab@1.0.0", ring: "player" },
    { operation: "masque.publish", outcome: "done", code: "unchanged", subject: "homelab", ring: "player" },
  ]);
  const [entry] = await registry.runtime.store.reader.auditEntry.findMany();
  const { digest } = await registry.as("player").invoke("masque.source", { name: "homelab", version: "1" });
  expect(entry).toMatchObject({ actor: "id-of-some-player", digest, at: registry.clock.now() });
});

test("every refused write is on record with its code, and leaves nothing else behind", async () => {
  const registry = await openTestRegistry({ masques: { homelab: { ring: "guest" } } });
  const { store } = registry.runtime;
  const tables = [
    "masque",
    "version",
    "tagLock",
    "maintainer",
    "withdrawal",
    "replay",
    "member",
    "token",
  ] as const;
  const count = () =>
    Promise.all(tables.map((table) => (store.reader[table] as typeof store.reader.masque).count()));
  const player = registry.as("player");
  await player.http("GET", "/api/v1/me");
  const before = await count();
  await player.http("POST", "/api/v1/masques/homelab/versions", { source: masqueFile({ version: "2" }) });
  await player.http("POST", "/api/v1/masques/homelab/versions", { source: "version: [" });
  await player.http("POST", "/api/v1/masques/homelab/versions/1/withdrawal", {
    state: "yanked",
    reason: "no",
  });
  await player.http("PUT", "/api/v1/masques/never-was/maintainers/me");
  expect(await count()).toEqual(before);
  expect((await trail(registry)).slice(1)).toEqual([
    {
      operation: "masque.publish",
      outcome: "refused",
      code: "forbidden",
      subject: "homelab",
      ring: "player",
    },
    { operation: "masque.publish", outcome: "refused", code: "invalid", subject: "homelab", ring: "player" },
    {
      operation: "masque.withdraw",
      outcome: "refused",
      code: "forbidden",
      subject: "homelab@1",
      ring: "player",
    },
    {
      operation: "maintainer.add",
      outcome: "refused",
      code: "not_found",
      subject: "never-was",
      ring: "player",
    },
  ]);
});

test("a write that breaks is rolled back and on record as failed, and its caller hears nothing of the inside", async () => {
  const registry = await openTestRegistry();
  const { actor } = registry.as("player");
  await registry.as("player").http("GET", "/api/v1/me");
  await expect(invoke(registry.runtime, breaking, actor, { name: "half" })).rejects.toThrow(
    "the disk is full",
  );
  expect(await registry.runtime.store.reader.masque.count()).toBe(0);
  expect((await trail(registry)).at(-1)).toMatchObject({
    operation: "test.break",
    outcome: "failed",
    code: "internal",
  });
});

test("a flood of refused writes from nobody in particular does not fill the record", async () => {
  const registry = await openTestRegistry();
  for (let number = 0; number < 50; number++)
    await registry.as("outsider").http("POST", "/api/v1/masques/homelab/versions", { source: masqueFile() });
  expect(await trail(registry)).toEqual([]);
});

test("reading writes nothing on the record", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  const before = await trail(registry);
  for (const path of [
    "/masques",
    "/masques/homelab",
    "/resolve/homelab@1",
    "/masques/never",
    "/me",
    "/tokens",
  ])
    await registry.as("player").http("GET", `/api/v1${path}`);
  expect(await trail(registry)).toEqual(before);
});

test("the record keeps names, never what was in a file or a password", async () => {
  const registry = await openTestRegistry();
  const secret = "correct horse battery";
  await registry.as("player").http("POST", "/api/v1/masques/homelab/versions", { source: `${secret}: [` });
  await registry
    .as("player")
    .http("POST", "/api/v1/found", { token: "wrong", handle: "eve", name: "Eve", password: secret });
  const rows = await registry.runtime.store.reader.auditEntry.findMany();
  expect(rows.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

import { expect, test } from "vitest";
import { masqueFile, openTestRegistry, type TestRegistry } from "../test-registry";

const keyed = (registry: TestRegistry, key: string, path: string, body: unknown, handle = "some-player") =>
  registry.as("player", handle).http("POST", `/api/v1${path}`, body, { "idempotency-key": key });

test("a write repeated under its key is answered as before, with secrets null, and is done once", async () => {
  const registry = await openTestRegistry();
  const first = await keyed(registry, "one", "/tokens", { label: "ci" });
  const again = await keyed(registry, "one", "/tokens", { label: "ci" });
  expect(first).toMatchObject({ status: 201 });
  expect(again.status).toBe(201);
  expect(again.json()).toEqual({ ...first.json(), token: null });
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(first.headers["idempotency-replayed"]).toBeUndefined();
  expect(await registry.runtime.store.reader.token.count({ where: { label: "ci" } })).toBe(1);
});

test("the same key with another body, or for another operation, is a conflict", async () => {
  const registry = await openTestRegistry();
  await keyed(registry, "one", "/tokens", { label: "ci" });
  for (const reply of [
    await keyed(registry, "one", "/tokens", { label: "other" }),
    await keyed(registry, "one", "/masques/homelab/versions", { source: masqueFile() }),
  ])
    expect(reply.json()).toMatchObject({ status: 409, code: "conflict.idempotency" });
  expect(registry.runtime.shelf.size).toBe(0);
});

test("a key is its owner's: another member's same key is another key", async () => {
  const registry = await openTestRegistry();
  const mine = await keyed(registry, "one", "/tokens", { label: "ci" });
  const theirs = await keyed(registry, "one", "/tokens", { label: "ci" }, "another");
  expect(theirs.status).toBe(201);
  expect(theirs.json().id).not.toBe(mine.json().id);
});

test("ten at once under one key are one", async () => {
  const registry = await openTestRegistry();
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => keyed(registry, "one", "/tokens", { label: "ci" })),
  );
  expect(new Set(replies.map((reply) => reply.json().id)).size).toBe(1);
  expect(replies.filter((reply) => reply.json().token !== null)).toHaveLength(1);
  expect(await registry.runtime.store.reader.token.count({ where: { label: "ci" } })).toBe(1);
});

test("a refused write leaves its key free, and a restart keeps what was answered", async () => {
  const registry = await openTestRegistry();
  const publish = (source: string) => keyed(registry, "one", "/masques/homelab/versions", { source });
  expect((await publish("version: [")).status).toBe(400);
  const first = await publish(masqueFile());
  expect(first.status).toBe(201);
  const { token } = registry.as("player");
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  const headers = { "idempotency-key": "one", authorization: `Bearer ${token}` };
  const again = await reopened
    .as("outsider")
    .http("POST", "/api/v1/masques/homelab/versions", { source: masqueFile() }, headers);
  expect(again).toMatchObject({ status: 201, text: first.text });
});

test("a key that is none is refused", async () => {
  const registry = await openTestRegistry();
  for (const key of ["", "x".repeat(201), "two words", "\u00e9"]) {
    const reply = await keyed(registry, key, "/tokens", { label: "ci" });
    expect(reply.json(), key).toMatchObject({ status: 400, code: "invalid" });
  }
  expect(await registry.runtime.store.reader.token.count({ where: { label: "ci" } })).toBe(0);
});

test("reading has no use for a key", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  await registry.as("player").http("GET", "/api/v1/masques", undefined, { "idempotency-key": "one" });
  expect(await registry.runtime.store.reader.replay.count()).toBe(0);
});

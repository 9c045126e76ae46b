import { expect, test } from "vitest";
import { openTestRegistry, send, type TestRegistry } from "#server/test-registry";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const me = ({ url }: TestRegistry, token: string) =>
  send(url, { method: "GET", target: "/api/v1/me", headers: { authorization: `Bearer ${token}` } });

test("a token works until the instant it expires, and not from then on", async () => {
  const registry = await openTestRegistry();
  const { token } = await registry.as("player").invoke("token.create", { label: "ci", expiresInDays: 2 });
  expect((await me(registry, token)).status).toBe(200);
  registry.clock.advance(2 * DAY - 1);
  expect((await me(registry, token)).status).toBe(200);
  registry.clock.advance(1);
  const spent = await me(registry, token);
  expect(spent.json()).toMatchObject({ status: 401, code: "unauthenticated" });
  expect(spent.headers["www-authenticate"]).toBe('Bearer realm="masque"');
  expect((await registry.as("player").invoke("token.list", {})).items.map(({ label }) => label)).toEqual([
    "test",
  ]);
});

test("a revoked token is over at once and for good, and only its owner revokes it", async () => {
  const registry = await openTestRegistry();
  const { id, token } = await registry.as("player").invoke("token.create", { label: "ci" });
  const revoke = (handle: string) => registry.as("player", handle).http("DELETE", `/api/v1/tokens/${id}`);
  expect((await revoke("stranger")).status).toBe(404);
  expect((await me(registry, token)).status).toBe(200);
  expect((await revoke("some-player")).status).toBe(200);
  expect((await me(registry, token)).status).toBe(401);
  expect((await revoke("some-player")).status).toBe(404);
  await registry.close();
  expect((await me(await openTestRegistry({ home: registry.runtime.config.home }), token)).status).toBe(401);
});

test("a token is shown once: lists and later answers have its label, never its secret", async () => {
  const registry = await openTestRegistry();
  await registry.as("player").http("GET", "/api/v1/me");
  registry.clock.advance(1000);
  const made = await registry.as("player").http("POST", "/api/v1/tokens", { label: "ci" });
  expect(made.json()).toMatchObject({
    label: "ci",
    scopes: ["read", "wear"],
    token: expect.stringMatching(/^mqt_.{43}$/),
  });
  const listed = await registry.as("player").http("GET", "/api/v1/tokens");
  expect(listed.json()).toMatchObject({ items: [{ label: "ci" }, { label: "test" }] });
  expect(listed.text).not.toContain("mqt_");
});

test("no token makes one that may do more than itself", async () => {
  const registry = await openTestRegistry();
  const { token } = await registry.as("player").invoke("token.create", { label: "narrow", scopes: ["read"] });
  const ask = (scopes: string[]) =>
    send(registry.url, {
      method: "POST",
      target: "/api/v1/tokens",
      headers: { authorization: `Bearer ${token}` },
      body: { label: "wide", scopes },
    });
  expect((await ask(["read", "publish"])).json()).toMatchObject({ status: 403, code: "forbidden" });
  expect((await ask(["everything"])).status).toBe(400);
  expect((await ask(["read"])).status).toBe(201);
});

test("the token that founding returns decides for eight hours, and does everything else for good", async () => {
  const registry = await openTestRegistry();
  const { token } = await registry.as("outsider").invoke("community.found", {
    token: "a founding token",
    handle: "ada",
    name: "Ada",
    password: "correct horse battery",
  });
  const scopes = ({ runtime }: TestRegistry) => {
    const actor = runtime.people.findActor(token);
    return actor?.kind === "member" ? [...actor.scopes] : undefined;
  };
  registry.clock.advance(8 * HOUR - 1);
  expect(scopes(registry)).toEqual(["read", "wear", "publish", "rate", "decide"]);
  registry.clock.advance(1);
  expect(scopes(registry)).toEqual(["read", "wear", "publish", "rate"]);
  registry.clock.advance(300 * DAY);
  expect(scopes(registry)).toEqual(["read", "wear", "publish", "rate"]);
});

test("an authorization that is none is refused rather than taken for nobody's", async () => {
  const registry = await openTestRegistry({ masques: { open: { ring: "outsider" } } });
  for (const authorization of [
    "",
    "Bearer",
    "Bearer ",
    "Basic YWRhOnNlY3JldA==",
    "Bearer mqt_unknown",
    "Bearer  two",
    "mqt_bare",
  ]) {
    const target = "/api/v1/resolve/open@1";
    const reply = await send(registry.url, { method: "GET", target, headers: { authorization } });
    expect(reply.json(), authorization).toMatchObject({ status: 401, code: "unauthenticated" });
  }
});

import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "#server/test-registry";
import { RINGS, rank } from "../masque/ring";

test("whoever publishes stands at least in the ring of what is published; outsiders publish nothing", async () => {
  const registry = await openTestRegistry();
  for (const author of RINGS) {
    for (const ring of RINGS) {
      const name = `${author}-${ring}`;
      const publishing = registry
        .as(author, `a-${author}`)
        .invoke("masque.publish", { name, source: masqueFile({ ring }) });
      if (author !== "outsider" && rank(author) >= rank(ring)) await publishing;
      else await expect(publishing, name).rejects.toMatchObject({ code: "forbidden" });
    }
  }
});

test("who is not signed in is asked to sign in", async () => {
  const registry = await openTestRegistry();
  const reply = await registry
    .as("outsider")
    .http("POST", "/api/v1/masques/homelab/versions", { source: masqueFile() });
  expect(reply.json()).toMatchObject({ status: 401, code: "unauthenticated" });
});

test("a new name belongs to who publishes it first; later versions come from its maintainers and from elders", async () => {
  const registry = await openTestRegistry();
  const publish = (as: "player" | "admin", handle: string, version: string) =>
    registry
      .as(as, handle)
      .invoke("masque.publish", { name: "homelab", source: masqueFile({ version, ring: "guest" }) });
  await publish("player", "ada", "1");
  await expect(publish("player", "ben", "2")).rejects.toMatchObject({ code: "forbidden" });
  await publish("admin", "elder-1", "2");
  await publish("player", "ada", "3");
  const { maintainers, mayPublish } = await registry
    .as("player", "ada")
    .invoke("masque.show", { name: "homelab" });
  expect({ maintainers, mayPublish }).toEqual({ maintainers: ["ada"], mayPublish: true });
  expect((await registry.as("player", "ben").invoke("masque.show", { name: "homelab" })).mayPublish).toBe(
    false,
  );
});

test("maintainers add and remove maintainers, over HTTP, and nobody else does", async () => {
  const registry = await openTestRegistry();
  const [ada, ben, eve] = ["ada", "ben", "eve"].map((handle) => registry.as("player", handle));
  await ben?.http("GET", "/api/v1/me");
  await ada?.invoke("masque.publish", { name: "homelab", source: masqueFile() });
  const change = (who: typeof ada, method: string, handle: string) =>
    who?.http(method, `/api/v1/masques/homelab/maintainers/${handle}`).then(({ status }) => status);

  expect(await change(eve, "PUT", "eve")).toBe(403);
  expect(await change(registry.as("outsider"), "PUT", "ben")).toBe(404);
  expect(await change(ada, "PUT", "nobody-here")).toBe(404);
  expect(await change(ada, "PUT", "ben")).toBe(200);
  expect(await change(ada, "PUT", "ben")).toBe(200);
  await ben?.invoke("masque.publish", { name: "homelab", source: masqueFile({ version: "2" }) });
  expect(await change(ben, "DELETE", "ada")).toBe(200);
  await expect(
    ada?.invoke("masque.publish", { name: "homelab", source: masqueFile({ version: "3" }) }),
  ).rejects.toMatchObject({ code: "forbidden" });
  expect((await eve?.invoke("masque.show", { name: "homelab" }))?.maintainers).toEqual(["ben"]);
});

test("a maintainer from above appears as an elder, and is not found by handle", async () => {
  const registry = await openTestRegistry();
  await registry.as("admin", "elder-1").invoke("masque.publish", { name: "homelab", source: masqueFile() });
  const player = registry.as("player");
  expect((await player.invoke("masque.show", { name: "homelab" })).maintainers).toEqual(["an elder"]);
  await registry.as("admin", "elder-1").invoke("maintainer.add", { name: "homelab", handle: "some-player" });
  await expect(player.invoke("maintainer.add", { name: "homelab", handle: "elder-1" })).rejects.toMatchObject(
    {
      code: "not_found",
    },
  );
});

test("S13: a name that is taken is refused to everybody else, hidden or not, and in any spelling", async () => {
  const registry = await openTestRegistry({ masques: { vault: { ring: "admin" } } });
  const publish = (name: string) =>
    registry.as("player").http("POST", `/api/v1/masques/${encodeURIComponent(name)}/versions`, {
      source: masqueFile({ version: "1.0.0" }),
    });
  expect((await publish("vault")).json()).toMatchObject({ status: 409, code: "conflict.name" });
  for (const spelling of ["Vault", "VAULT", "vaULT", "ｖault", "vault "])
    expect((await publish(spelling)).json(), spelling).toMatchObject({ status: 400, code: "invalid" });
  expect(registry.runtime.shelf.size).toBe(1);
});

test("S13: a name answers as taken whatever became of its versions", async () => {
  const registry = await openTestRegistry({ masques: { vault: { ring: "admin" } } });
  await registry.as("admin").invoke("masque.withdraw", {
    name: "vault",
    version: "1.0.0",
    state: "revoked",
    reason: "leaked",
  });
  await expect(
    registry.as("player").invoke("masque.publish", { name: "vault", source: masqueFile() }),
  ).rejects.toMatchObject({ code: "conflict.name", message: "This name is taken. Choose another." });
});

test("a version of a ring above its maintainer's is not published by that maintainer", async () => {
  const registry = await openTestRegistry();
  const ada = registry.as("player", "ada");
  await ada.invoke("masque.publish", { name: "homelab", source: masqueFile() });
  await expect(
    ada.invoke("masque.publish", { name: "homelab", source: masqueFile({ version: "2", ring: "admin" }) }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

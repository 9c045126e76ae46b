import { expect, test } from "vitest";
import { openTestRegistry, send, type TestRegistry } from "../test-registry";

const DAY = 86_400_000;

async function post(registry: TestRegistry, target: string, body: unknown, token?: string) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return send(registry.url, { method: "POST", target: `/api/v1${target}`, body, headers });
}

async function found(registry: TestRegistry) {
  const founder = {
    token: "a founding token",
    handle: "ada",
    name: "Ada",
    password: "correct horse battery",
  };
  return (await post(registry, "/found", founder)).json() as unknown as {
    member: { id: string };
    token: string;
  };
}

async function signUp(registry: TestRegistry, by: string, handle: string, invitation: object = {}) {
  const { code } = (await post(registry, "/invitations", invitation, by)).json();
  const person = { invitation: code, handle, name: handle, password: "correct horse battery" };
  return post(registry, "/members", person);
}

test("S40: founding makes the founder an elder, once", async () => {
  const registry = await openTestRegistry();
  const { member } = await found(registry);
  expect(member).toMatchObject({ ring: "admin", standing: { state: "qualified" } });
  const again = { token: "a founding token", handle: "eve", name: "Eve", password: "correct horse battery" };
  expect((await post(registry, "/found", again)).status).toBe(409);
});

test("S41: whoever is invited starts as an outsider, and an invitation lets one in", async () => {
  const registry = await openTestRegistry();
  const { token } = await found(registry);
  const { code, url } = (await post(registry, "/invitations", {}, token)).json();
  expect(String(url)).toContain(String(code));
  const person = { invitation: code, handle: "bob", name: "Bob", password: "correct horse battery" };
  const joined = await post(registry, "/members", person);
  expect(joined.status).toBe(201);
  expect(joined.json()).toMatchObject({ member: { handle: "bob", ring: "outsider", kind: "person" } });
  const twice = await post(registry, "/members", { ...person, handle: "carl" });
  expect(twice.status).toBe(403);
});

test("of two who use one invitation at the same instant, exactly one is let in", async () => {
  const registry = await openTestRegistry();
  const { token } = await found(registry);
  const { code } = (await post(registry, "/invitations", {}, token)).json();
  const joined = await Promise.all(
    ["bob", "carl"].map((handle) =>
      post(registry, "/members", {
        invitation: code,
        handle,
        name: handle,
        password: "correct horse battery",
      }),
    ),
  );
  expect(joined.map(({ status }) => status).sort()).toEqual([201, 403]);
});

test("an invitation ends after seven days, and with its author's standing", async () => {
  const registry = await openTestRegistry();
  const player = registry.as("player");
  const { code } = await player.invoke("member.invite", {});
  await registry.as("admin").invoke("member.disapprove", { handle: "some-player", reason: "seen" });
  const person = { invitation: code, name: "Bob", handle: "bob", password: "correct horse battery" };
  expect((await post(registry, "/members", person)).status).toBe(403);
  await registry.as("admin").invoke("member.withdraw-disapproval", { handle: "some-player" });
  registry.clock.advance(7 * DAY);
  expect((await post(registry, "/members", person)).status).toBe(403);
});

test("guests and outsiders invite nobody", async () => {
  const registry = await openTestRegistry();
  expect((await registry.as("guest").http("POST", "/api/v1/invitations", {})).status).toBe(403);
  expect((await registry.as("outsider", "olga").http("POST", "/api/v1/invitations", {})).status).toBe(403);
});

test("S40: for seven days a founder invites up to eight more, who start at the centre", async () => {
  const registry = await openTestRegistry();
  const { token } = await found(registry);
  const second = await signUp(registry, token, "grace", { founder: true });
  expect(second.json()).toMatchObject({ member: { ring: "admin" } });
  for (let n = 0; n < 7; n++) await post(registry, "/invitations", { founder: true }, token);
  expect((await post(registry, "/invitations", { founder: true }, token)).status).toBe(409);
  registry.clock.advance(7 * DAY);
  expect((await post(registry, "/invitations", { founder: true }, token)).status).toBe(403);
});

test("a handle in capitals, taken, reserved or too much like one that is taken cannot be had", async () => {
  const registry = await openTestRegistry();
  const { token } = await found(registry);
  expect((await signUp(registry, token, "bill")).status).toBe(201);
  for (const [handle, status] of Object.entries({ Bob: 400, аdam: 400, bill: 409, bi11: 409, elder: 409 })) {
    expect([handle, (await signUp(registry, token, handle)).status]).toEqual([handle, status]);
  }
});

test("a hidden member's handle answers as a taken and a reserved one do", async () => {
  const registry = await openTestRegistry();
  await registry.as("admin", "hidden-elder").invoke("me.show", {});
  const player = registry.as("player");
  await player.invoke("agent.create", { handle: "mine", name: "Mine" });
  const replies = await Promise.all(
    ["hidden-elder", "mine", "root"].map((handle) =>
      player.http("POST", "/api/v1/agents", { handle, name: "X" }),
    ),
  );
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(replies[0]?.json().code).toBe("conflict.name");
});

test("S32, S33: a ring sees the members below and its peers; above only who chose so, and only from just below", async () => {
  const registry = await openTestRegistry();
  for (const ring of ["admin", "player", "guest"] as const) await registry.as(ring).invoke("me.show", {});
  await registry.as("outsider", "olga").invoke("me.show", {});
  const seen = async (ring: "admin" | "player" | "guest") => {
    const { items } = await registry.as(ring).invoke("member.list", {});
    return items.map(({ ring: of }) => of).sort();
  };
  expect(await seen("admin")).toEqual(["admin", "guest", "outsider", "player", "player"]);
  expect(await seen("player")).toEqual(["guest", "outsider", "player", "player"]);
  expect(await seen("guest")).toEqual(["guest", "outsider"]);
  await registry.as("admin").invoke("me.change-profile", { shownBelow: true });
  expect(await seen("player")).toContain("admin");
  expect(await seen("guest")).not.toContain("admin");
});

test("S34: a member above is answered as one that never was, to the byte, in list, search and page", async () => {
  const registry = await openTestRegistry();
  const guest = registry.as("guest");
  const listed = await guest.http("GET", "/api/v1/members?q=ghost");
  await registry.as("player", "ghost").invoke("me.show", {});
  expect((await guest.http("GET", "/api/v1/members?q=ghost")).comparable()).toEqual(listed.comparable());
  const hidden = await guest.http("GET", "/api/v1/members/ghost");
  expect(hidden.status).toBe(404);
  expect(hidden.comparable()).toEqual((await guest.http("GET", "/api/v1/members/never")).comparable());
  const cursor = "/api/v1/members?cursor=";
  const reply = await guest.http("GET", `${cursor}id-of-ghost`);
  expect(reply.comparable()).toEqual((await guest.http("GET", `${cursor}id-of-never`)).comparable());
});

test("a sponsor from above is named to nobody below: to the guest it is their sponsor", async () => {
  const registry = await openTestRegistry();
  const guest = registry.as("guest");
  expect((await guest.invoke("me.show", {})).member.sponsor).toBe("your sponsor");
  const other = registry.as("guest", "other-guest");
  expect((await other.invoke("member.show", { handle: "some-guest" })).sponsor).toBe("an elder");
  const seen = await registry.as("player").invoke("member.show", { handle: "some-guest" });
  expect(seen.sponsor).toBe("sponsor-of-some-guest");
});

test("a guest sponsors nobody, and nobody sponsors themselves or a player", async () => {
  const registry = await openTestRegistry();
  await registry.as("outsider", "olga").invoke("me.show", {});
  await registry.as("player", "paul").invoke("me.show", {});
  const put = (ring: "guest" | "player", handle: string) =>
    registry.as(ring).http("PUT", `/api/v1/members/${handle}/sponsorship`, {});
  expect((await put("guest", "olga")).status).toBe(403);
  expect((await put("player", "some-player")).status).toBe(403);
  expect((await put("player", "paul")).status).toBe(422);
  expect((await put("player", "olga")).json()).toMatchObject({ sponsor: "some-player" });
});

test("sponsors do not go in a loop", async () => {
  const registry = await openTestRegistry();
  const [player, guest] = [registry.as("player"), registry.as("guest")];
  await player.invoke("me.show", {});
  await guest.invoke("me.show", {});
  registry.runtime.society.change("id-of-some-player", { sponsorId: "id-of-some-guest" });
  registry.runtime.society.change("id-of-some-guest", { sponsorId: null });
  const reply = await player.http("PUT", "/api/v1/members/some-guest/sponsorship", {});
  expect(reply.status).toBe(422);
  expect(reply.json().detail).toContain("loop");
});

test("S24: a sponsor sets the end, at most thirty days off, and ending the sponsorship ends the guest's standing", async () => {
  const registry = await openTestRegistry();
  const [elder, guest] = [registry.as("admin"), registry.as("guest")];
  await guest.invoke("me.show", {});
  const put = (until: string) => elder.http("PUT", "/api/v1/members/some-guest/sponsorship", { until });
  expect((await put("2026-02-05T10:00:00Z")).status).toBe(422);
  expect((await put("2026-01-01T10:00:00Z")).status).toBe(422);
  expect((await put("2026-01-20T10:00:00Z")).json()).toMatchObject({
    standing: { until: "2026-01-20T10:00:00.000Z" },
  });
  await elder.invoke("member.end-sponsorship", { handle: "some-guest" });
  expect((await guest.invoke("me.show", {})).standing).toMatchObject({
    state: "lapsed",
    effectiveRing: "outsider",
  });
});

test("an agent acts for its operator, never decides, and has no agents", async () => {
  const registry = await openTestRegistry();
  const { token, member } = await registry
    .as("player")
    .invoke("agent.create", { handle: "bot", name: "Bot" });
  expect(member).toMatchObject({ kind: "agent", ring: "outsider", operator: "some-player" });
  expect((await post(registry, "/agents", { handle: "bot2", name: "Bot" }, token)).status).toBe(403);
  const scopes = { label: "x", scopes: ["decide"] };
  expect((await post(registry, "/tokens", scopes, token)).json().code).toBe("forbidden.presence");
  const made = await post(registry, "/tokens", { ...scopes, agent: "bot" }, registry.as("player").token);
  expect(made.status).toBe(403);
});

test("an operator makes and ends an agent's tokens; another's agent does not exist", async () => {
  const registry = await openTestRegistry();
  const operator = registry.as("player");
  await operator.invoke("agent.create", { handle: "bot", name: "Bot" });
  const { id, token } = await operator.invoke("token.create", { label: "runner", agent: "bot" });
  expect(
    (
      await send(registry.url, {
        method: "GET",
        target: "/api/v1/me",
        headers: { authorization: `Bearer ${token}` },
      })
    ).json(),
  ).toMatchObject({ member: { handle: "bot" } });
  const other = registry.as("player", "other");
  await expect(other.invoke("token.list", { agent: "bot" })).rejects.toMatchObject({ code: "not_found" });
  await operator.invoke("token.revoke", { id });
  const after = await send(registry.url, {
    method: "GET",
    target: "/api/v1/me",
    headers: { authorization: `Bearer ${token}` },
  });
  expect(after.status).toBe(401);
});

test("S30: an elder's ordinary token does not decide; only a person present does", async () => {
  const registry = await openTestRegistry();
  const elder = registry.as("admin");
  await registry.as("player").invoke("me.show", {});
  const { token } = await elder.invoke("token.create", { label: "assistant", scopes: ["read", "publish"] });
  const reply = await send(registry.url, {
    method: "PUT",
    target: "/api/v1/members/some-player/disapproval",
    body: { reason: "seen" },
    headers: { authorization: `Bearer ${token}` },
  });
  expect(reply.json()).toMatchObject({ status: 403, code: "forbidden.presence" });
  await expect(
    elder.invoke("token.create", { label: "assistant", scopes: ["decide"] }),
  ).rejects.toMatchObject({ code: "forbidden.presence" });
});

test("a founder's token decides for eight hours", async () => {
  const registry = await openTestRegistry();
  const { token } = await found(registry);
  registry.clock.advance(8 * 3_600_000 - 1);
  expect((await post(registry, "/invitations", { founder: true }, token)).status).toBe(201);
  registry.clock.advance(1);
  const late = await post(registry, "/invitations", { founder: true }, token);
  expect(late.json().code).toBe("forbidden.presence");
  expect((await post(registry, "/invitations", {}, token)).status).toBe(201);
});

test("a browser decides for a quarter of an hour after it was confirmed, and makes tokens that decide for eight hours", async () => {
  const registry = await openTestRegistry();
  await found(registry);
  const nobody = registry.as("outsider");
  const { secret } = await nobody.invoke("browser.open", {
    handle: "ada",
    password: "correct horse battery",
  });
  const browser = { cookie: `next-auth.session-token=${secret}`, "sec-fetch-site": "same-origin" };
  const make = () =>
    send(registry.url, {
      method: "POST",
      target: "/api/v1/tokens",
      body: { label: "council", scopes: ["read", "decide"] },
      headers: browser,
    });
  registry.clock.advance(15 * 60_000);
  const made = (await make()).json();
  expect(made.expiresAt).toBe(new Date(registry.clock.now().getTime() + 8 * 3_600_000).toISOString());
  registry.clock.advance(1);
  expect((await make()).json().code).toBe("forbidden.presence");
});

test("a new password signs every other browser out, at once", async () => {
  const registry = await openTestRegistry();
  const { token } = await found(registry);
  const nobody = registry.as("outsider");
  const { secret } = await nobody.invoke("browser.open", {
    handle: "ada",
    password: "correct horse battery",
  });
  const change = (current: string) =>
    send(registry.url, {
      method: "PUT",
      target: "/api/v1/me/password",
      body: { current, password: "another long phrase" },
      headers: { authorization: `Bearer ${token}` },
    });
  expect((await change("wrong")).status).toBe(401);
  expect((await change("correct horse battery")).status).toBe(200);
  expect(registry.runtime.people.findActor(secret)).toBeUndefined();
  expect(registry.runtime.people.findActor(token)).toBeDefined();
});

test("signing out everywhere is true for browsers, and for tokens when asked", async () => {
  const registry = await openTestRegistry();
  const { token } = await found(registry);
  const nobody = registry.as("outsider");
  const { secret } = await nobody.invoke("browser.open", {
    handle: "ada",
    password: "correct horse battery",
  });
  await post(registry, "/me/sign-out", {}, token);
  expect(registry.runtime.people.findActor(secret)).toBeUndefined();
  await post(registry, "/me/sign-out", { tokens: true }, token);
  expect(registry.runtime.people.findActor(token)).toBeUndefined();
});

test("S37: there is no way to apply for a ring", async () => {
  const registry = await openTestRegistry();
  const document = (await registry.as("admin").http("GET", "/api/v1/openapi.json")).json() as unknown as {
    paths: Record<string, Record<string, { requestBody?: unknown }>>;
  };
  expect(Object.keys(document.paths).filter((path) => /appl(y|ication)/.test(path))).toEqual([]);
  const nominating = Object.entries(document.paths).filter(
    ([path, verbs]) => path.endsWith("/promotions") && "post" in verbs,
  );
  expect(nominating).toEqual([]);
});

import { expect, test } from "vitest";
import { openTestRegistry, send, type TestRegistry } from "#server/test-registry";
import { invoke } from "../operation";
import { closeBrowser } from "./close-browser";
import { fitsPassword } from "./password";

const DAY = 86_400_000;
const PASSWORD = "correct horse battery";

async function openFounded(): Promise<TestRegistry> {
  const registry = await openTestRegistry();
  const founder = { token: "a founding token", handle: "ada", name: "Ada", password: PASSWORD };
  await registry.as("outsider").invoke("community.found", founder);
  return registry;
}

const signIn = (registry: TestRegistry, handle: string, password: string) =>
  registry.as("outsider").invoke("browser.open", { handle, password });

const COOKIE = "next-auth.session-token";

function me(
  { url }: TestRegistry,
  cookie: string,
  headers: Record<string, string> = { "sec-fetch-site": "same-origin" },
) {
  return send(url, { method: "GET", target: "/api/v1/me", headers: { cookie, ...headers } });
}

test("whoever knows handle and password is signed in, and the cookie counts for our own pages alone", async () => {
  const registry = await openFounded();
  const { secret } = await signIn(registry, " Ada ", PASSWORD);
  const own = await me(registry, `theme=dark; ${COOKIE}=${secret}; other=1`);
  expect(own.json()).toMatchObject({ member: { handle: "ada" } });
  for (const site of ["cross-site", "same-site", "none", ""])
    expect((await me(registry, `${COOKIE}=${secret}`, { "sec-fetch-site": site })).status).toBe(401);
  expect((await me(registry, `${COOKIE}=${secret}`, {})).status).toBe(401);
  expect((await me(registry, `__Secure-${COOKIE}=${secret}`)).status).toBe(401);
  expect((await me(registry, `x${COOKIE}=${secret}`)).status).toBe(401);
});

test("at an https address only the cookie counts that browsers keep to https", async () => {
  const registry = await openTestRegistry({ config: { url: "https://masque.example" } });
  const founder = { token: "a founding token", handle: "ada", name: "Ada", password: PASSWORD };
  await registry.as("outsider").invoke("community.found", founder);
  const { secret } = await signIn(registry, "ada", PASSWORD);
  expect((await me(registry, `__Secure-${COOKIE}=${secret}`)).status).toBe(200);
  expect((await me(registry, `${COOKIE}=${secret}`)).status).toBe(401);
});

test("a wrong password and a handle that nobody has are refused in the same words", async () => {
  const registry = await openFounded();
  const wrong = await signIn(registry, "ada", "wrong horse battery").catch((error) => error);
  const nobody = await signIn(registry, "nobody-here", PASSWORD).catch((error) => error);
  expect(wrong).toMatchObject({
    code: "unauthenticated",
    message: "Handle and password do not fit together.",
  });
  expect(nobody).toEqual(wrong);
  expect(await registry.runtime.store.reader.browserSession.count()).toBe(0);
});

test("who has no password is checked against one that fits nothing, not even itself", async () => {
  expect(await fitsPassword(undefined, "nobody has this one")).toBe(false);
  expect(await fitsPassword(null, "nobody has this one")).toBe(false);
});

test("a browser's session lasts fourteen days to the instant, through a restart", async () => {
  const registry = await openFounded();
  const { secret, expiresAt } = await signIn(registry, "ada", PASSWORD);
  expect(expiresAt).toBe("2026-01-19T10:00:00.000Z");
  const { home } = registry.runtime.config;
  await registry.close();
  const reopened = await openTestRegistry({ home });
  reopened.clock.advance(14 * DAY - 1);
  expect((await me(reopened, `${COOKIE}=${secret}`)).status).toBe(200);
  reopened.clock.advance(1);
  expect((await me(reopened, `${COOKIE}=${secret}`)).status).toBe(401);
});

test("signing out ends that browser's session at once and no other", async () => {
  const registry = await openFounded();
  const [here, there] = [await signIn(registry, "ada", PASSWORD), await signIn(registry, "ada", PASSWORD)];
  const actor = registry.runtime.people.findActor(here.secret);
  if (!actor) throw new Error("nobody is signed in");
  await invoke(registry.runtime, closeBrowser, actor, {});
  expect((await me(registry, `${COOKIE}=${here.secret}`)).status).toBe(401);
  expect((await me(registry, `${COOKIE}=${there.secret}`)).status).toBe(200);
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  expect((await me(reopened, `${COOKIE}=${here.secret}`)).status).toBe(401);
  expect((await me(reopened, `${COOKIE}=${there.secret}`)).status).toBe(200);
});

test("a bearer token that is no good is not made good by a cookie beside it", async () => {
  const registry = await openFounded();
  const { secret } = await signIn(registry, "ada", PASSWORD);
  const headers = { "sec-fetch-site": "same-origin", authorization: "Bearer mqt_unknown" };
  expect((await me(registry, `${COOKIE}=${secret}`, headers)).status).toBe(401);
});

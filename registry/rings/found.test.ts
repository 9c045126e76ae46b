import { expect, test } from "vitest";
import { openTestRegistry, type TestRegistry, type TestReply } from "#server/test-registry";

const PASSWORD = "correct horse battery";

function found(registry: TestRegistry, more: Record<string, unknown> = {}) {
  const body = { token: "a founding token", handle: "ada", name: "Ada", password: PASSWORD, ...more };
  return registry.as("outsider").http("POST", "/api/v1/found", body);
}

test("of ten who found at the same moment exactly one does, and nothing is left of the others", async () => {
  const registry = await openTestRegistry();
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, number) => found(registry, { handle: `founder-${number}` })),
  );
  const won = replies.filter(({ status }) => status === 201);
  expect(won).toHaveLength(1);
  expect(replies.filter(({ status }) => status === 409)).toHaveLength(9);
  const { reader } = registry.runtime.store;
  expect([await reader.founding.count(), await reader.member.count(), await reader.token.count()]).toEqual([
    1, 1, 1,
  ]);
  const { member, token } = (won[0] as TestReply).json() as unknown as {
    member: { handle: string };
    token: string;
  };
  const me = await registry
    .as("outsider")
    .http("GET", "/api/v1/me", undefined, { authorization: `Bearer ${token}` });
  expect(me.json()).toMatchObject({ member: { handle: member.handle, ring: "admin" } });
});

test("a wrong token founds nothing, before and after the founding", async () => {
  const registry = await openTestRegistry();
  const community = () => registry.as("outsider").http("GET", "/api/v1/community");
  for (const token of ["", "a founding toke", "a founding token ", "A founding token"])
    expect((await found(registry, { token })).status).toBe(403);
  expect((await community()).json()).toMatchObject({ founded: false });
  expect((await found(registry)).status).toBe(201);
  expect((await community()).json()).toMatchObject({ founded: true });
  expect((await found(registry, { token: "another" })).status).toBe(403);
});

test("founding is over for good, through a restart too", async () => {
  const registry = await openTestRegistry();
  await found(registry);
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  expect((await found(reopened, { handle: "eve" })).json()).toMatchObject({ status: 409, code: "conflict" });
  expect(reopened.runtime.people.findByHandle("eve")).toBeUndefined();
});

test("a founding that cannot be is refused, leaves nothing, and leaves the founding open", async () => {
  const registry = await openTestRegistry();
  const refused: [more: object, status: number][] = [
    [{ handle: "Ada" }, 400],
    [{ handle: "a" }, 400],
    [{ handle: "../ada" }, 400],
    [{ handle: "registry" }, 409],
    [{ name: "" }, 400],
    [{ password: "short" }, 400],
    [{ password: "aaaaaaaaaaaa" }, 422],
    [{ ring: "admin" }, 400],
  ];
  for (const [more, status] of refused)
    expect((await found(registry, { ...more })).status, JSON.stringify(more)).toBe(status);
  expect(await registry.runtime.store.reader.member.count()).toBe(0);
  expect((await found(registry)).status).toBe(201);
});

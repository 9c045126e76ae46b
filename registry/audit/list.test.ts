import { expect, test } from "vitest";
import { masqueFile, openTestRegistry } from "#server/test-registry";

async function openBusyRegistry() {
  const registry = await openTestRegistry();
  const [ada, elder] = [registry.as("player", "ada"), registry.as("admin", "elder-1")];
  await elder.invoke("masque.publish", { name: "vault", source: masqueFile({ ring: "admin" }) });
  await ada.invoke("masque.publish", { name: "homelab", source: masqueFile() });
  await expect(
    ada.invoke("masque.publish", { name: "homelab", source: masqueFile({ lens: "Other." }) }),
  ).rejects.toMatchObject({ code: "conflict.version" });
  return { registry, ada, elder };
}

test("S34: the trail is told up to the viewer's ring, without gaps or places from above", async () => {
  const { registry, ada, elder } = await openBusyRegistry();
  const told = async (caller: typeof ada) =>
    (await caller.invoke("audit.list", {})).items.map(({ actor, subject, outcome }) => [
      actor,
      subject,
      outcome,
    ]);
  const players = [
    ["ada", "homelab", "refused"],
    ["ada", "homelab@1.0.0", "done"],
  ];
  expect(await told(ada)).toEqual(players);
  expect(await told(elder)).toEqual([...players, ["elder-1", "vault@1.0.0", "done"]]);
  expect(await told(registry.as("outsider"))).toEqual([]);
  const first = await ada.http("GET", "/api/v1/audit?limit=1");
  expect(first.json()).toMatchObject({ items: [{ code: "conflict.version" }], next: "1" });
  const rest = await ada.http("GET", "/api/v1/audit?limit=1&cursor=1");
  expect(rest.json()).toMatchObject({ items: [{ outcome: "done" }], next: null });
});

test("S34: the trail is narrowed by ring, actor, masque and outcome, and hidden ones narrow it to nothing", async () => {
  const { ada, elder } = await openBusyRegistry();
  const count = async (caller: typeof ada, query: object) =>
    (await caller.invoke("audit.list", query)).items.length;
  expect(await count(ada, { masque: "homelab" })).toBe(2);
  expect(await count(ada, { outcome: "refused" })).toBe(1);
  expect(await count(ada, { actor: "ada", masque: "home" })).toBe(0);
  expect(await count(elder, { actor: "elder-1" })).toBe(1);
  expect(await count(elder, { ring: "player" })).toBe(2);
  for (const hidden of [{ actor: "elder-1" }, { masque: "vault" }, { ring: "admin" as const }])
    expect(await count(ada, hidden)).toBe(0);
});

test("S34: who has risen above the viewer since is an elder in the trail, too", async () => {
  const { registry, ada } = await openBusyRegistry();
  const ben = registry.as("player", "ben");
  const member = registry.runtime.people.find("id-of-ada");
  if (member) registry.runtime.people.putMember({ ...member, ring: "admin" });
  const { items } = await ben.invoke("audit.list", { masque: "homelab" });
  expect(items.map(({ actor }) => actor)).toEqual(["an elder", "an elder"]);
  expect((await ben.invoke("audit.list", { actor: "ada" })).items).toEqual([]);
  expect((await ada.invoke("audit.list", { actor: "ada" })).items).toHaveLength(2);
});

test("S34: what an elder does while held stays in the elders' log", async () => {
  const { registry, ada, elder } = await openBusyRegistry();
  const lock = {
    kind: "member" as const,
    subject: "id-of-elder-1",
    ring: "admin" as const,
    reason: "Stolen laptop.",
  };
  registry.runtime.society.putLock({
    ...lock,
    id: "lock",
    authorId: "id-of-elder-2",
    at: registry.clock.now(),
  });
  const draft = { name: "homelab", source: masqueFile({ version: "2" }) };
  await expect(elder.invoke("masque.publish", draft)).rejects.toMatchObject({ code: "forbidden" });
  expect((await ada.invoke("audit.list", { masque: "homelab" })).items).toHaveLength(2);
  const { items } = await registry.as("admin", "elder-2").invoke("audit.list", { outcome: "refused" });
  expect(items).toContainEqual(
    expect.objectContaining({ ring: "admin", actor: "elder-1", subject: "homelab" }),
  );
});

import { expect, test } from "vitest";
import { agentOf, gather, present, proposed, wider } from "#server/test-gathering";
import { masqueFile, openTestRegistry } from "#server/test-registry";
import { stockGit } from "../git/repository.fixture";

test("a player's version that does not widen is published at once, whoever else is there", async () => {
  const { ada } = await gather();
  const output = await ada.invoke("masque.publish", {
    name: "homelab",
    source: masqueFile({ version: "2", lens: "Look twice." }),
  });
  expect(output).toMatchObject({ outcome: "published", degraded: false });
});

test("a first version does not widen, however far it reaches", async () => {
  const { ben } = await gather();
  const output = await ben.invoke("masque.publish", { name: "other", source: wider("1") });
  expect(output).toMatchObject({ outcome: "published", degraded: false });
});

test("a version that widens becomes a proposal, answered with 202, and nothing is published", async () => {
  const { registry, ada } = await gather();
  const reply = await ada.http("POST", "/api/v1/masques/homelab/versions", { source: wider() });
  expect(reply.status).toBe(202);
  expect(reply.json()).toMatchObject({
    outcome: "proposed",
    version: "2.0.0",
    proposal: {
      name: "homelab",
      state: "open",
      author: "ada",
      risk: "widening",
      reasons: ["widens"],
      needs: { approvals: 1, from: "player" },
      decisions: [],
    },
  });
  expect((await ada.http("GET", "/api/v1/resolve/homelab@2")).status).toBe(404);
  expect(stockGit(registry.runtime.repository.dir).git(["tag", "--list"])).toBe("homelab@v1.0.0");
});

test("whatever a guest writes becomes a proposal that a player may decide on", async () => {
  const { registry } = await gather();
  const gil = registry.as("guest", "gil");
  const { reasons, needs } = await proposed(gil, masqueFile({ ring: "guest" }), "tour");
  expect({ reasons, needs }).toEqual({ reasons: ["guest"], needs: { approvals: 1, from: "player" } });
});

test("whatever stands at the centre becomes a proposal where there is another elder", async () => {
  const { registry, elder } = await gather();
  await present(registry.as("admin", "elder-2"));
  const { reasons, needs } = await proposed(elder, masqueFile({ ring: "admin" }), "vault");
  expect({ reasons, needs }).toEqual({ reasons: ["admin"], needs: { approvals: 1, from: "admin" } });
});

test("where nobody else could approve it publishes at once, degraded for ever: in tag, lists, rebuild and restart", async () => {
  const { registry, elder } = await gather();
  const source = masqueFile({ ring: "admin" });
  const output = await elder.invoke("masque.publish", { name: "vault", source });
  expect(output).toMatchObject({ outcome: "published", degraded: true });
  const tag = stockGit(registry.runtime.repository.dir).git(["cat-file", "tag", "vault@v1.0.0"]);
  expect(tag.split("\n").slice(-2)).toEqual(["Masque-Author: id-of-elder-1", "Masque-Degraded: true"]);

  const degraded = async (from: typeof registry) => {
    const { items } = await from.as("admin", "elder-1").invoke("masque.versions", { name: "vault" });
    return items.map((item) => item.degraded);
  };
  expect(await degraded(registry)).toEqual([true]);
  // A restart that finds the index short makes it anew from the lock log.
  await registry.runtime.store.transact((tx) => tx.version.deleteMany({ where: { masqueName: "vault" } }));
  await registry.close();
  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  expect(reopened.runtime.shelf.list("admin", "name").flatMap(({ versions }) => versions)).toContainEqual(
    expect.objectContaining({ name: "vault", degraded: true }),
  );
});

test("the author's own agents and whoever does not qualify now are nobody who could approve", async () => {
  const registry = await openTestRegistry();
  const ada = registry.as("player", "ada");
  await present(ada);
  await agentOf(registry, ada, "player");
  await ada.invoke("masque.publish", { name: "homelab", source: masqueFile() });
  expect(await ada.invoke("masque.publish", { name: "homelab", source: wider("2") })).toMatchObject({
    outcome: "published",
    degraded: true,
  });
  await present(registry.as("player", "ben"));
  const disapproval = { authorId: "id-of-elder", authorRing: "admin" as const, reason: "Careless." };
  registry.runtime.society.putDisapproval("id-of-ben", { ...disapproval, at: registry.clock.now() });
  const next = `${wider("3")}access:\n  vault_role: deployer\n  ttl: session\n`;
  expect(await ada.invoke("masque.publish", { name: "homelab", source: next })).toMatchObject({
    degraded: true,
  });
});

test("a proposal that nobody is left to approve is published when its author publishes again, degraded", async () => {
  const registry = await openTestRegistry();
  const [ada, ben] = [registry.as("player", "ada"), registry.as("player", "ben")];
  await present(ada, ben);
  await ada.invoke("masque.publish", { name: "homelab", source: masqueFile() });
  const { id } = await proposed(ada, wider());
  const lock = { id: "lock", kind: "member" as const, subject: "id-of-ben", ring: "player" as const };
  const { society } = registry.runtime;
  society.putLock({ ...lock, reason: "Stolen laptop.", authorId: "id-of-elder", at: registry.clock.now() });
  const output = await ada.invoke("masque.publish", { name: "homelab", source: wider() });
  expect(output).toMatchObject({ outcome: "published", degraded: true });
  expect((await ada.invoke("proposal.show", { id })).state).toBe("superseded");
});

test("what follows only revoked versions has nothing to be measured by, so it needs approval", async () => {
  const { ada } = await gather();
  const revoked = { name: "homelab", version: "1.0.0", state: "revoked" as const, reason: "Leaked." };
  await ada.invoke("masque.withdraw", revoked);
  const { reasons, risk } = await proposed(ada, masqueFile({ version: "2" }));
  expect({ reasons, risk }).toEqual({ reasons: ["widens"], risk: "none" });
});

test("what the registry ships is published directly", async () => {
  const { registry } = await gather();
  await registry.publish("vault", masqueFile({ ring: "admin" }));
  expect(registry.runtime.shelf.list("admin", "name").map(({ name }) => name)).toContain("vault");
});

import { expect, test } from "vitest";
import { REGISTRY } from "#registry/actor";
import { invoke } from "#registry/operation";
import { recoverCommunity } from "#registry/rings/recover";
import { openTestRegistry, type TestRegistry } from "../test-registry";

const DAY = 86_400_000;
const reason = "seen pushing secrets";

async function community(registry: TestRegistry, elders = ["anna", "ben", "cleo"]) {
  for (const handle of elders) await registry.as("admin", handle).invoke("me.show", {});
  await registry.as("player").invoke("me.show", {});
  return { elder: (handle: string) => registry.as("admin", handle), player: registry.as("player") };
}

const ringOf = async (registry: TestRegistry, ring: "admin" | "player" | "guest", handle?: string) =>
  (await registry.as(ring, handle).invoke("me.show", {})).standing.effectiveRing;

test("S31: a disapproval drops a member to outsider at once, who can sign in, see why, and is back when it is withdrawn", async () => {
  const registry = await openTestRegistry({ masques: { homelab: { ring: "player" } } });
  const { elder, player } = await community(registry);
  const resolve = () => player.http("GET", "/api/v1/resolve/homelab@1");
  expect((await resolve()).status).toBe(200);
  await elder("anna").http("PUT", "/api/v1/members/some-player/disapproval", { reason });
  expect((await resolve()).status).toBe(404);
  const me = (await player.http("GET", "/api/v1/me")).json();
  expect(me).toMatchObject({ standing: { ring: "player", effectiveRing: "outsider", state: "held" } });
  expect(JSON.stringify(me)).not.toContain("anna");
  await elder("anna").http("DELETE", "/api/v1/members/some-player/disapproval");
  expect((await resolve()).status).toBe(200);
});

test("S31: disapproval by a peer is refused, and one from below finds nobody", async () => {
  const registry = await openTestRegistry();
  await community(registry);
  const put = (caller: ReturnType<TestRegistry["as"]>) =>
    caller.http("PUT", "/api/v1/members/some-player/disapproval", { reason });
  expect((await put(registry.as("player", "paul"))).status).toBe(403);
  expect((await put(registry.as("guest"))).status).toBe(404);
  expect(await ringOf(registry, "player")).toBe("player");
});

test("S30: nobody decides on themselves or on their own agents, nor an agent on anybody", async () => {
  const registry = await openTestRegistry();
  const { elder } = await community(registry);
  const { token } = await elder("anna").invoke("agent.create", { handle: "bot", name: "Bot" });
  for (const handle of ["anna", "bot"]) {
    const reply = await elder("anna").http("PUT", `/api/v1/members/${handle}/disapproval`, { reason });
    expect(reply.status).toBe(403);
  }
  const headers = { authorization: `Bearer ${token}` };
  const reply = await elder("anna").http("PUT", "/api/v1/members/bot/disapproval", { reason }, headers);
  expect(reply.json().code).toBe("forbidden.presence");
});

test("S27: who lost standing in the middle of a request changes nothing any more", async () => {
  const registry = await openTestRegistry();
  const { elder, player } = await community(registry);
  const commit = registry.runtime.store.transact;
  let overtaken = false;
  Object.assign(registry.runtime.store, {
    async transact(work: Parameters<typeof commit>[0]) {
      if (!overtaken) {
        overtaken = true;
        await elder("anna").invoke("member.disapprove", { handle: "some-player", reason });
      }
      return commit(work);
    },
  });
  await expect(player.invoke("member.invite", {})).rejects.toMatchObject({ code: "forbidden.standing" });
  expect(await registry.runtime.store.reader.invitation.count()).toBe(0);
});

test("S38: a guest goes down by one elder's confirmation, a player by two", async () => {
  const registry = await openTestRegistry();
  const { elder } = await community(registry);
  await registry.as("guest").invoke("me.show", {});
  const confirm = async (by: string, handle: string) =>
    (await elder(by).http("POST", `/api/v1/members/${handle}/disapproval/confirmation`, { reason })).json();
  await elder("anna").invoke("member.disapprove", { handle: "some-guest", reason });
  expect(await confirm("ben", "some-guest")).toMatchObject({ demoted: true, member: { ring: "outsider" } });
  await elder("anna").invoke("member.disapprove", { handle: "some-player", reason });
  expect(await confirm("ben", "some-player")).toMatchObject({ demoted: false, have: 1, need: 2 });
  expect(await confirm("ben", "some-player")).toMatchObject({ status: 409 });
  const done = await confirm("cleo", "some-player");
  expect(done).toMatchObject({ demoted: true, degraded: false, member: { ring: "guest" } });
  expect(await confirm("anna", "some-player")).toMatchObject({ status: 422 });
});

test("S38: an elder goes down when two thirds of the others confirm", async () => {
  const registry = await openTestRegistry();
  const { elder } = await community(registry, ["anna", "ben", "cleo", "dora"]);
  await elder("anna").invoke("member.disapprove", { handle: "dora", reason });
  expect(await ringOf(registry, "admin", "dora")).toBe("admin");
  await elder("ben").invoke("member.disapprove", { handle: "dora", reason });
  expect(await ringOf(registry, "admin", "dora")).toBe("outsider");
  const first = await elder("anna").invoke("member.confirm-disapproval", { handle: "dora", reason });
  expect(first).toMatchObject({ have: 1, need: 2, demoted: false });
  const second = await elder("ben").invoke("member.confirm-disapproval", { handle: "dora", reason });
  expect(second).toMatchObject({ demoted: true, member: { ring: "player" } });
});

test("a quorum that cannot be met shrinks to those there are, and is marked degraded", async () => {
  const registry = await openTestRegistry();
  const { elder } = await community(registry, ["anna"]);
  await elder("anna").invoke("member.disapprove", { handle: "some-player", reason });
  const done = await elder("anna").invoke("member.confirm-disapproval", { handle: "some-player", reason });
  expect(done).toMatchObject({ need: 1, degraded: true, demoted: true });
  expect(await registry.runtime.store.reader.ringChange.findMany()).toMatchObject([
    { from: "player", to: "guest", cause: "disapproval", degraded: true },
  ]);
});

test("of two elders who confirm at the same instant, both count once and the member moves by one ring", async () => {
  const registry = await openTestRegistry();
  const { elder } = await community(registry);
  await elder("anna").invoke("member.disapprove", { handle: "some-player", reason });
  const answers = await Promise.all(
    ["ben", "cleo"].map((by) =>
      elder(by).invoke("member.confirm-disapproval", { handle: "some-player", reason }),
    ),
  );
  expect(answers.map(({ demoted }) => demoted).sort()).toEqual([false, true]);
  expect(await registry.runtime.store.reader.ringChange.count()).toBe(1);
});

test("who was silent for thirty days is back when a higher ring reconfirms, and an elder when another does", async () => {
  const registry = await openTestRegistry();
  const { elder } = await community(registry, ["anna", "ben"]);
  registry.clock.advance(20 * DAY);
  await elder("anna").invoke("me.show", {});
  registry.clock.advance(10 * DAY);
  expect(await ringOf(registry, "player")).toBe("outsider");
  expect(await ringOf(registry, "admin", "ben")).toBe("outsider");
  const peer = await registry
    .as("player", "new")
    .http("PUT", "/api/v1/members/some-player/reconfirmation", {});
  expect(peer.status).toBe(403);
  for (const handle of ["some-player", "ben"]) await elder("anna").invoke("member.reconfirm", { handle });
  expect(await ringOf(registry, "player")).toBe("player");
  expect(await ringOf(registry, "admin", "ben")).toBe("admin");
});

test("a lock stops a member at once, is shown to elders, hidden from others, and ends when lifted", async () => {
  const registry = await openTestRegistry();
  const { elder, player } = await community(registry);
  const made = await elder("anna").http("POST", "/api/v1/locks", {
    subject: { member: "some-player" },
    reason,
  });
  expect(made.status).toBe(201);
  expect((await player.invoke("me.show", {})).standing).toMatchObject({ state: "locked" });
  expect((await elder("ben").http("GET", "/api/v1/locks")).json()).toMatchObject({
    items: [{ subject: { member: "some-player" }, by: "anna", reason }],
  });
  expect((await registry.as("player", "paul").http("GET", "/api/v1/locks")).status).toBe(403);
  await elder("ben").http("DELETE", `/api/v1/locks/${made.json().id}`);
  expect(await ringOf(registry, "player")).toBe("player");
});

test("nobody locks themselves, nothing twice, and a masque that is locked is found locked", async () => {
  const registry = await openTestRegistry({ masques: { homelab: {} } });
  const { elder } = await community(registry);
  const lock = (subject: object) => elder("anna").http("POST", "/api/v1/locks", { subject, reason });
  expect((await lock({ member: "anna" })).status).toBe(403);
  expect((await lock({ masque: "never" })).status).toBe(404);
  const both = await Promise.all([lock({ masque: "homelab" }), lock({ masque: "homelab" })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(registry.runtime.society.findLock("masque", "homelab")).toMatchObject({ reason });
});

test("what was decided stands after a restart", async () => {
  const first = await openTestRegistry();
  const { elder } = await community(first);
  await elder("anna").invoke("member.disapprove", { handle: "some-player", reason });
  await elder("anna").invoke("lock.create", { subject: { member: "ben" }, reason });
  await first.close();
  const again = await openTestRegistry({ home: first.runtime.config.home });
  const { society } = again.runtime;
  expect(society.find("id-of-some-player")?.disapprovals.size).toBe(1);
  expect(society.find("id-of-ben")?.locks.size).toBe(1);
});

test("S42: every decision of an elder is on record with name and reason, and so is every refused one", async () => {
  const registry = await openTestRegistry();
  const { elder } = await community(registry);
  await elder("anna").invoke("member.disapprove", { handle: "some-player", reason });
  await elder("anna").http("PUT", "/api/v1/members/anna/disapproval", { reason });
  const { reader } = registry.runtime.store;
  expect(await reader.disapproval.findMany()).toMatchObject([{ authorId: "id-of-anna", reason }]);
  expect(await reader.auditEntry.findMany({ where: { operation: "member.disapprove" } })).toMatchObject([
    { actor: "id-of-anna", subject: "id-of-some-player", outcome: "done" },
    { actor: "id-of-anna", outcome: "refused", code: "forbidden" },
  ]);
});

test("S39: no ring is skipped, not by the data layer either", async () => {
  const registry = await openTestRegistry();
  await community(registry);
  const set = (id: string, ring: string) =>
    registry.runtime.store.transact((tx) => tx.member.update({ where: { id }, data: { ring } }));
  await registry.as("outsider", "olga").invoke("me.show", {});
  await expect(set("id-of-olga", "player")).rejects.toThrow();
  await expect(set("id-of-olga", "admin")).rejects.toThrow();
  await expect(set("id-of-some-player", "outsider")).rejects.toThrow();
  const born = { id: "x", handle: "xena", name: "Xena", ring: "player", createdAt: new Date() };
  await expect(registry.runtime.store.transact((tx) => tx.member.create({ data: born }))).rejects.toThrow();
});

test("the council shows who is disapproved of and who is to be reconfirmed, to those who have a say", async () => {
  const registry = await openTestRegistry();
  const { elder, player } = await community(registry);
  await elder("anna").invoke("member.disapprove", { handle: "some-player", reason });
  await elder("anna").invoke("member.disapprove", { handle: "ben", reason });
  const council = await elder("cleo").invoke("council.show", {});
  expect(council.disapprovals).toMatchObject([
    { member: { handle: "ben" }, by: "anna", own: false, confirmations: { have: 0, need: 2 } },
    { member: { handle: "some-player" }, by: "anna", confirmations: { have: 0, need: 2 } },
  ]);
  const benSees = await elder("ben").invoke("council.show", {});
  expect(benSees.disapprovals.map(({ member }) => member.handle)).toEqual(["some-player"]);
  await expect(player.invoke("council.show", {})).rejects.toMatchObject({ code: "forbidden.standing" });
  registry.clock.advance(29 * DAY);
  await elder("anna").invoke("me.show", {});
  registry.clock.advance(DAY);
  const later = await elder("anna").invoke("council.show", {});
  expect(later.reconfirmations.map(({ handle }) => handle).sort()).toEqual(["ben", "cleo", "some-player"]);
});

test("a recovery link begins at the centre once, or lets a locked-out elder back in, on record", async () => {
  const registry = await openTestRegistry();
  const nobody = registry.as("outsider");
  const founder = { handle: "ada", name: "Ada", password: "correct horse battery" };
  await nobody.invoke("community.found", { token: "a founding token", ...founder });
  const recover = () => invoke(registry.runtime, recoverCommunity, REGISTRY, {});
  await expect(registry.as("admin").invoke("community.recover", {})).rejects.toMatchObject({
    code: "forbidden",
  });
  const first = await recover();
  const fresh = { handle: "grace", name: "Grace", password: "correct horse battery" };
  const { member } = await nobody.invoke("member.join", { invitation: first.code, ...fresh });
  expect(member.ring).toBe("admin");
  await expect(nobody.invoke("member.join", { invitation: first.code, ...fresh })).rejects.toThrow();
  await registry.as("admin", "anna").invoke("lock.create", { subject: { member: "ada" }, reason });
  const second = await recover();
  const back = { ...founder, password: "another long phrase" };
  const regained = await nobody.invoke("member.join", { invitation: second.code, ...back });
  expect(regained.member).toMatchObject({ handle: "ada", standing: { state: "qualified" } });
  await nobody.invoke("browser.open", { handle: "ada", password: "another long phrase" });
  const trail = await registry.runtime.store.reader.auditEntry.findMany({
    where: { operation: "community.recover", outcome: "done" },
  });
  expect(trail).toHaveLength(2);
});

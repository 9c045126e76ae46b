import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { REGISTRY } from "#registry/actor";
import type { Ring } from "#registry/masque/ring";
import { invoke } from "#registry/operation";
import { doWhatIsDue } from "#registry/rings/due";
import { recordEvidence } from "#registry/rings/merit/record-evidence";
import { openTestRegistry, type TestRegistry } from "../test-registry";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const reason = "kept the lab alive through the power cut";
let sessions = 0;

async function observe(
  registry: TestRegistry,
  handle: string,
  more: {
    masque?: string;
    clean?: boolean;
    ring?: Ring;
    raters?: string[];
    symbol?: "+" | "*" | "e" | "-";
  } = {},
) {
  const { masque = "guide", clean = true, ring = "outsider", raters = [], symbol = "*" } = more;
  const [member, id] = [`id-of-${handle}`, `session-${sessions++}`];
  const startedAt = registry.clock.now().toISOString();
  const session = {
    id,
    masque,
    ring,
    task: "deploy x",
    startedAt,
    endedCleanly: clean,
    public: ring === "outsider",
  };
  await invoke(registry.runtime, recordEvidence, REGISTRY, { member, session });
  for (const rater of raters) {
    await invoke(registry.runtime, recordEvidence, REGISTRY, {
      member,
      rating: { session: id, rater: `id-of-${rater}`, symbol },
    });
  }
  return id;
}

/** An outsider who has done all that the step to guest asks for. */
async function newcomer(registry: TestRegistry) {
  const olga = registry.as("outsider", "olga");
  await olga.invoke("me.show", {});
  await registry.as("player").invoke("member.sponsor", { handle: "olga" });
  for (let n = 0; n < 5; n++) await observe(registry, "olga");
  registry.clock.advance(DAY);
  await doWhatIsDue(registry.runtime);
  return olga;
}

/** A guest who has done all that the step to player asks for. */
async function apprentice(registry: TestRegistry) {
  const raters = ["rob", "rita", "ron", "rosa"];
  for (const handle of raters) await registry.as("player", handle).invoke("me.show", {});
  const guest = registry.as("guest");
  await guest.invoke("me.show", {});
  for (let day = 0; day < 10; day++) {
    registry.clock.advance(DAY);
    await observe(registry, "some-guest", {
      masque: ["guide", "scout", "smith"][day % 3],
      ring: "guest",
      raters: [raters[day % 4] as string],
    });
  }
  await doWhatIsDue(registry.runtime);
  return guest;
}

const open = async (registry: TestRegistry, as: Ring = "admin", handle?: string) =>
  (await registry.as(as, handle).invoke("promotion.list", { state: "open" })).items;

test("S35: a nomination opens by itself when observed evidence meets the policy, and not a session before", async () => {
  const registry = await openTestRegistry();
  const olga = registry.as("outsider", "olga");
  await olga.invoke("me.show", {});
  await registry.as("player").invoke("member.sponsor", { handle: "olga" });
  registry.clock.advance(DAY);
  for (let n = 0; n < 4; n++) await observe(registry, "olga");
  await doWhatIsDue(registry.runtime);
  expect(await open(registry)).toEqual([]);
  const { merit } = await olga.invoke("me.show", {});
  expect(merit).toMatchObject({ next: "guest" });
  expect(merit.criteria).toContainEqual({ name: "clean public sessions", need: 5, have: 4, met: false });
  await observe(registry, "olga");
  await doWhatIsDue(registry.runtime);
  expect(await open(registry)).toMatchObject([{ member: { handle: "olga" }, from: "outsider", to: "guest" }]);
});

test("S35: a nomination waits for the 24th hour, and then needs nobody to ask for it", async () => {
  const registry = await openTestRegistry();
  await registry.as("outsider", "olga").invoke("me.show", {});
  await registry.as("player").invoke("member.sponsor", { handle: "olga" });
  for (let n = 0; n < 5; n++) await observe(registry, "olga");
  registry.clock.advance(DAY - 1);
  await doWhatIsDue(registry.runtime);
  expect(await open(registry)).toEqual([]);
  registry.clock.advance(1);
  await doWhatIsDue(registry.runtime);
  expect(await open(registry)).toHaveLength(1);
});

test("S36: evidence carries its circumstance; the same session twice is one, and nobody reports or rates themselves", async () => {
  const registry = await openTestRegistry();
  await newcomer(registry);
  const [promotion] = await open(registry);
  expect(promotion?.evidence.sessions[0]).toMatchObject({
    masque: "guide",
    task: "deploy x",
    endedCleanly: true,
  });
  const guest = registry.as("guest");
  await guest.invoke("me.show", {});
  const { member } = await guest.invoke("agent.create", { handle: "bot", name: "Bot" });
  const id = await observe(registry, "some-guest");
  const again = {
    id,
    masque: "guide",
    ring: "outsider",
    task: "x",
    startedAt: "2026-01-05T10:00:00Z",
    endedCleanly: true,
    public: true,
  };
  await invoke(registry.runtime, recordEvidence, REGISTRY, { member: "id-of-some-guest", session: again });
  expect(registry.runtime.ledger.of("id-of-some-guest").sessions.size).toBe(1);
  for (const rater of ["id-of-some-guest", member.id]) {
    const rating = { session: id, rater, symbol: "e" };
    const given = { member: "id-of-some-guest", rating };
    await expect(invoke(registry.runtime, recordEvidence, REGISTRY, given)).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(
    registry
      .as("admin")
      .invoke("evidence.record", { member: "id-of-some-guest", violation: { detail: "x" } }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("S42: one player's approval makes a guest when a day has passed without an elder's objection", async () => {
  const registry = await openTestRegistry();
  const olga = await newcomer(registry);
  const [promotion] = await open(registry, "player");
  const decided = await registry
    .as("player")
    .http("POST", `/api/v1/promotions/${promotion?.id}/decisions`, { decision: "approve", reason });
  expect(decided.json()).toMatchObject({
    state: "open",
    needs: { approvals: 1, have: 1 },
    decisions: [{ by: "some-player", reason }],
  });
  registry.clock.advance(DAY - 1);
  await doWhatIsDue(registry.runtime);
  expect((await olga.invoke("me.show", {})).standing.ring).toBe("outsider");
  registry.clock.advance(1);
  await doWhatIsDue(registry.runtime);
  const { standing, member } = await olga.invoke("me.show", {});
  expect(standing).toMatchObject({ ring: "guest", effectiveRing: "guest", state: "qualified" });
  expect(standing.until).toBe(new Date(registry.clock.now().getTime() + 30 * DAY).toISOString());
  expect(member.sponsor).toBe("your sponsor");
});

test("an elder's objection within the day denies, and the next nomination waits thirty days", async () => {
  const registry = await openTestRegistry();
  const olga = await newcomer(registry);
  const [promotion] = await open(registry, "player");
  const id = promotion?.id ?? "";
  await registry.as("player").invoke("promotion.decide", { id, decision: "approve", reason });
  const denied = await registry
    .as("admin")
    .invoke("promotion.decide", { id, decision: "disapprove", reason });
  expect(denied.state).toBe("denied");
  for (const days of [29, 1]) {
    expect(await open(registry)).toEqual([]);
    registry.clock.advance(days * DAY);
    await registry.as("admin").invoke("me.show", {});
    await registry.as("player").invoke("me.show", {});
    await olga.invoke("me.show", {});
    await doWhatIsDue(registry.runtime);
  }
  expect(await open(registry)).toHaveLength(1);
});

test("a nomination nobody decides on ends after seven days", async () => {
  const registry = await openTestRegistry();
  await newcomer(registry);
  registry.clock.advance(7 * DAY);
  await doWhatIsDue(registry.runtime);
  expect((await registry.as("admin").invoke("promotion.list", {})).items).toMatchObject([
    { state: "expired" },
  ]);
});

test("a guest becomes a player by two approvals, of which one is an elder's", async () => {
  const registry = await openTestRegistry();
  const guest = await apprentice(registry);
  const [promotion] = await open(registry);
  const id = promotion?.id ?? "";
  expect(promotion?.evidence.criteria.every(({ met }) => met)).toBe(true);
  await registry.as("player", "rob").invoke("promotion.decide", { id, decision: "approve", reason });
  const second = await registry
    .as("player", "rita")
    .invoke("promotion.decide", { id, decision: "approve", reason });
  expect(second).toMatchObject({ state: "open", needs: { have: 2, elders: 1, haveElders: 0 } });
  const third = await registry.as("admin").invoke("promotion.decide", { id, decision: "approve", reason });
  expect(third).toMatchObject({ state: "approved", degraded: false });
  expect((await guest.invoke("me.show", {})).standing.effectiveRing).toBe("player");
  expect(await registry.runtime.store.reader.ringChange.findMany()).toMatchObject([
    { from: "guest", to: "player", cause: "promotion", promotionId: id },
  ]);
});

test("S34: the subject sees that elders decided and never who or why; whose ring is too low sees no nomination", async () => {
  const registry = await openTestRegistry();
  const guest = await apprentice(registry);
  const [promotion] = await open(registry);
  const id = promotion?.id ?? "";
  await registry.as("admin", "anna").invoke("promotion.decide", { id, decision: "approve", reason });
  const seen = await guest.http("GET", `/api/v1/promotions/${id}`);
  expect(seen.json()).toMatchObject({
    decisions: [{ by: "an elder", decision: "approve" }],
    needs: { have: 1 },
  });
  for (const secret of ["anna", "rob", reason]) expect(seen.text).not.toContain(secret);
  const outsider = registry.as("outsider", "olga");
  const hidden = await outsider.http("GET", `/api/v1/promotions/${id}`);
  expect(hidden.comparable()).toEqual((await outsider.http("GET", "/api/v1/promotions/never")).comparable());
  expect(await open(registry, "outsider", "olga")).toEqual([]);
});

test("S30: nobody decides on themselves or their own agent, and no guest decides at all", async () => {
  const registry = await openTestRegistry();
  const guest = await apprentice(registry);
  const id = (await open(registry))[0]?.id ?? "";
  const decide = (by: typeof guest) =>
    by.http("POST", `/api/v1/promotions/${id}/decisions`, { decision: "approve", reason });
  expect((await decide(guest)).status).toBe(403);
  const { member } = await registry
    .as("player", "rob")
    .invoke("agent.create", { handle: "bot", name: "Bot" });
  await registry.as("player", "rita").invoke("member.sponsor", { handle: "bot" });
  const startedAt = registry.clock.now().toISOString();
  for (let n = 0; n < 5; n++) {
    const session = {
      id: `bot-${n}`,
      masque: "guide",
      ring: "outsider",
      task: "t",
      startedAt,
      endedCleanly: true,
      public: true,
    };
    await invoke(registry.runtime, recordEvidence, REGISTRY, { member: member.id, session });
  }
  registry.clock.advance(DAY);
  await doWhatIsDue(registry.runtime);
  const bots = (await open(registry)).find(({ member: { handle } }) => handle === "bot");
  const own = await registry
    .as("player", "rob")
    .http("POST", `/api/v1/promotions/${bots?.id}/decisions`, { decision: "approve", reason });
  expect(own.status).toBe(403);
});

test("two elders at the same instant decide nothing twice", async () => {
  const registry = await openTestRegistry();
  await apprentice(registry);
  for (const handle of ["anna", "ben", "cleo"]) await registry.as("admin", handle).invoke("me.show", {});
  const id = (await open(registry))[0]?.id ?? "";
  const replies = await Promise.all(
    ["anna", "ben", "cleo"].map((handle) =>
      registry
        .as("admin", handle)
        .http("POST", `/api/v1/promotions/${id}/decisions`, { decision: "approve", reason }),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
  expect(await registry.runtime.store.reader.ringChange.count()).toBe(1);
  expect(await registry.runtime.store.reader.promotionDecision.count()).toBe(2);
});

test("a quorum shrinks to the elders there are, and stays marked degraded", async () => {
  const registry = await openTestRegistry();
  await registry.as("guest").invoke("me.show", {});
  const { runtime } = registry;
  await apprentice(registry);
  for (const handle of ["rob", "rita", "ron", "rosa", "sponsor-of-some-guest"]) {
    await registry.as("admin").invoke("member.disapprove", { handle, reason });
    if (handle.startsWith("sponsor"))
      await registry.as("admin").invoke("member.withdraw-disapproval", { handle });
  }
  await registry.as("admin").invoke("member.sponsor", { handle: "some-guest" });
  await registry.as("admin").invoke("member.disapprove", { handle: "sponsor-of-some-guest", reason });
  const id = (await open(registry))[0]?.id ?? "";
  const done = await registry.as("admin").invoke("promotion.decide", { id, decision: "approve", reason });
  expect(done).toMatchObject({ state: "approved", degraded: true, needs: { approvals: 1 } });
  const [row] = await runtime.store.reader.promotion.findMany();
  expect(row?.degraded).toBe(true);
});

test("an agent is not nominated above its operator", async () => {
  const registry = await openTestRegistry();
  const operator = registry.as("outsider", "olga");
  const { member } = await operator.invoke("agent.create", { handle: "bot", name: "Bot" });
  await registry.as("player").invoke("member.sponsor", { handle: "bot" });
  const startedAt = registry.clock.now().toISOString();
  for (let n = 0; n < 5; n++) {
    const session = {
      id: `b-${n}`,
      masque: "guide",
      ring: "outsider",
      task: "t",
      startedAt,
      endedCleanly: true,
      public: true,
    };
    await invoke(registry.runtime, recordEvidence, REGISTRY, { member: member.id, session });
  }
  registry.clock.advance(DAY);
  await doWhatIsDue(registry.runtime);
  expect(await open(registry)).toEqual([]);
});

test("S38: a player whose evidence stays below nine tenths for fourteen days loses one ring, and not a moment before", async () => {
  const registry = await openTestRegistry();
  const player = registry.as("player");
  await player.invoke("me.show", {});
  registry.clock.advance(14 * DAY - 1);
  await doWhatIsDue(registry.runtime);
  expect((await player.invoke("me.show", {})).standing.ring).toBe("player");
  registry.clock.advance(1);
  await doWhatIsDue(registry.runtime);
  expect((await player.invoke("me.show", {})).standing.ring).toBe("guest");
  expect(await registry.runtime.store.reader.ringChange.findMany()).toMatchObject([{ cause: "decay" }]);
});

test("S38: an elder is not demoted by decay, and the last one not by silence either", async () => {
  const registry = await openTestRegistry();
  for (const handle of ["anna", "ben"]) await registry.as("admin", handle).invoke("me.show", {});
  registry.clock.advance(100 * DAY - 1);
  await registry.as("admin", "ben").invoke("me.show", {});
  registry.clock.advance(1);
  await doWhatIsDue(registry.runtime);
  expect(registry.runtime.people.findByHandle("anna")?.ring).toBe("player");
  expect(registry.runtime.people.findByHandle("ben")?.ring).toBe("admin");
  registry.clock.advance(200 * DAY);
  await doWhatIsDue(registry.runtime);
  expect(registry.runtime.people.findByHandle("ben")?.ring).toBe("admin");
});

test("what fell due while the server was down is done before it is open", async () => {
  const first = await openTestRegistry();
  await newcomer(first);
  const [promotion] = await open(first, "player");
  const given = { id: promotion?.id ?? "", decision: "approve" as const, reason };
  await first.as("player").invoke("promotion.decide", given);
  await doWhatIsDue(first.runtime);
  await first.close();
  const { home } = first.runtime.config;
  await writeFile(path.join(home, "policy.yaml"), "demotion: { decayDays: 1000 }\n");
  const again = await openTestRegistry({ home, time: first.clock.now().getTime() + 2 * DAY + HOUR });
  expect(again.runtime.people.findByHandle("olga")?.ring).toBe("guest");
});

test("a door that the policy closes is closed to the anonymous, but for the ways in", async () => {
  const registry = await openTestRegistry({ masques: { guide: { ring: "outsider" } } });
  const nobody = registry.as("outsider");
  expect((await nobody.http("GET", "/api/v1/masques/guide")).status).toBe(200);
  await writeFile(path.join(registry.runtime.config.home, "policy.yaml"), "door: closed\n");
  await doWhatIsDue(registry.runtime);
  expect((await nobody.http("GET", "/api/v1/masques/guide")).status).toBe(401);
  expect((await nobody.http("GET", "/api/v1/community")).status).toBe(200);
  expect((await registry.as("outsider", "olga").http("GET", "/api/v1/masques/guide")).status).toBe(200);
});

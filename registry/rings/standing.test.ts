import { expect, test } from "vitest";
import { RINGS, rank } from "#registry/masque/ring";
import type { Lock } from "./facts";
import { DEFAULT_POLICY } from "./policy";
import { after, BEGIN, testSociety } from "./society.fixture";

const lockOn = (subject: string, id = "lock"): Lock => ({
  id,
  kind: "member",
  subject,
  ring: "player",
  reason: "leaked token",
  authorId: "elder",
  at: BEGIN,
});

test("S31: silence continues", () => {
  const society = testSociety();
  society.join("ada", "player");
  expect(society.at("ada", after(29))).toMatchObject({
    state: "qualified",
    effectiveRing: "player",
    reasons: [],
  });
});

test("S31: one disapproval from a higher ring stops, from a peer or below it changes nothing", () => {
  for (const subject of RINGS.filter((ring) => ring !== "admin")) {
    for (const author of RINGS) {
      const society = testSociety();
      society.join("elder", "admin");
      society.join("sponsor", "player");
      society.join("author", author);
      society.join("subject", subject);
      society.change("subject", { sponsorId: "sponsor", until: after(20) });
      society.disapprove("author", "subject");
      const { state, effectiveRing } = society.at("subject", after(1));
      const higher = rank(author) > rank(subject);
      expect([author, subject, state]).toEqual([author, subject, higher ? "held" : "qualified"]);
      expect(effectiveRing).toBe(higher ? "outsider" : subject);
    }
  }
});

test("S26, S31: withdrawing a disapproval restores the same membership", () => {
  const society = testSociety();
  society.join("elder", "admin");
  society.join("ada", "player");
  society.disapprove("elder", "ada");
  expect(society.at("ada", after(1))).toMatchObject({ ring: "player", effectiveRing: "outsider" });
  society.dropDisapproval("ada", "elder");
  expect(society.at("ada", after(1))).toMatchObject({ ring: "player", effectiveRing: "player" });
});

test("a disapproval counts by the ring that its author had when making it", () => {
  const society = testSociety();
  society.join("elder", "admin");
  society.join("second", "admin");
  society.join("ada", "player");
  society.disapprove("elder", "ada");
  society.join("elder", "player");
  expect(society.at("ada", after(1)).state).toBe("held");
});

test("S38: at the centre two elders' disapprovals hold a third, one does not", () => {
  const society = testSociety();
  for (const id of ["a", "b", "c", "d"]) society.join(id, "admin");
  society.disapprove("a", "c");
  expect(society.at("c", after(1)).state).toBe("qualified");
  society.disapprove("b", "c");
  expect(society.at("c", after(1))).toMatchObject({ state: "held", effectiveRing: "outsider" });
});

test("S38: of two elders the one may hold the other", () => {
  const society = testSociety();
  for (const id of ["a", "b"]) society.join(id, "admin");
  society.disapprove("a", "b");
  expect(society.at("b", after(1)).state).toBe("held");
  expect(society.at("a", after(1)).state).toBe("qualified");
});

test("a disapproval made by a player does not count at the centre, whatever became of the player", () => {
  const society = testSociety();
  for (const id of ["a", "b"]) society.join(id, "admin");
  society.join("p", "player");
  society.disapprove("p", "a");
  society.join("p", "admin");
  expect(society.at("a", after(1)).state).toBe("qualified");
});

test("the last qualified elder is never held or lapsed by rule", () => {
  const society = testSociety();
  for (const id of ["a", "b"]) society.join(id, "admin");
  society.disapprove("a", "b", after(1));
  society.disapprove("b", "a", after(2));
  expect(society.at("b", after(3)).state).toBe("held");
  expect(society.at("a", after(3)).state).toBe("qualified");
  expect(society.at("a", after(400)).state).toBe("qualified");
});

test("of elders who all fell silent, exactly the one heard last keeps the centre", () => {
  const society = testSociety();
  for (const id of ["a", "b", "c"]) society.join(id, "admin");
  society.touch("b", after(3), 30);
  const states = ["a", "b", "c"].map((id) => society.at(id, after(60)).state);
  expect(states).toEqual(["lapsed", "qualified", "lapsed"]);
});

test("a lock holds even the last elder, and the one before it stays", () => {
  const society = testSociety();
  for (const id of ["a", "b"]) society.join(id, "admin");
  society.putLock(lockOn("b"));
  expect(society.at("b", after(1)).state).toBe("locked");
  expect(society.at("a", after(60)).state).toBe("qualified");
});

test("an agent of ring admin is no elder who keeps the centre", () => {
  const society = testSociety();
  society.join("a", "admin");
  society.join("bot", "admin", { kind: "agent", operatorId: "a" });
  expect(society.at("a", after(31)).state).toBe("qualified");
});

test.each([
  ["a millisecond before the 30th day is over", after(30, -1), "qualified"],
  ["when it is over", after(30), "lapsed"],
])("silence %s: %s", (_, now, state) => {
  const society = testSociety();
  society.join("elder", "admin");
  society.join("ada", "player");
  expect(society.at("ada", now).state).toBe(state);
});

test("a request before the silence is over begins it anew; one after it does not", () => {
  const society = testSociety();
  society.join("ada", "player");
  society.touch("ada", after(30, -1), 30);
  expect(society.at("ada", after(59)).state).toBe("qualified");
  society.touch("ada", after(61), 30);
  expect(society.at("ada", after(61)).state).toBe("lapsed");
  society.change("ada", { activeAt: after(61) });
  expect(society.at("ada", after(61)).state).toBe("qualified");
});

test.each([
  ["a millisecond before the end date", after(20, -1), "qualified"],
  ["at the end date", after(20), "lapsed"],
])("S24: a guest %s is %s", (_, now, state) => {
  const society = testSociety();
  society.join("sponsor", "player");
  society.join("gus", "guest");
  society.change("gus", { sponsorId: "sponsor", until: after(20) });
  expect(society.at("gus", now)).toMatchObject({ state, ring: "guest" });
});

test("S24: a guest says until when, and lapses without a sponsor", () => {
  const society = testSociety();
  society.join("sponsor", "player");
  society.join("gus", "guest");
  expect(society.at("gus", after(1)).state).toBe("lapsed");
  society.change("gus", { sponsorId: "sponsor", until: after(20) });
  expect(society.at("gus", after(1))).toMatchObject({ state: "qualified", until: after(20) });
  society.change("gus", { sponsorId: null });
  expect(society.at("gus", after(1)).state).toBe("lapsed");
});

test("S24: a guest lapses when the sponsor loses standing, and is back when the sponsor is", () => {
  const society = testSociety();
  society.join("elder", "admin");
  society.join("sponsor", "player");
  society.join("gus", "guest");
  society.change("gus", { sponsorId: "sponsor", until: after(20) });
  society.disapprove("elder", "sponsor");
  expect(society.at("gus", after(1)).state).toBe("lapsed");
  society.dropDisapproval("sponsor", "elder");
  expect(society.at("gus", after(1)).state).toBe("qualified");
  society.join("sponsor", "guest");
  expect(society.at("gus", after(1)).state).toBe("lapsed");
});

test("an agent never stands above its operator", () => {
  for (const operator of RINGS) {
    for (const agent of RINGS) {
      const society = testSociety();
      society.join("elder", "admin");
      society.join("op", operator);
      society.join("bot", agent, { kind: "agent", operatorId: "op" });
      for (const id of ["op", "bot"]) society.change(id, { sponsorId: "elder", until: after(20) });
      const { effectiveRing } = society.at("bot", after(1));
      expect(rank(effectiveRing)).toBe(Math.min(rank(operator), rank(agent)));
    }
  }
});

test("an agent lapses with its operator", () => {
  const society = testSociety();
  society.join("elder", "admin");
  society.join("op", "player");
  society.join("bot", "player", { kind: "agent", operatorId: "op" });
  society.disapprove("elder", "op");
  expect(society.at("bot", after(1))).toMatchObject({ state: "lapsed", effectiveRing: "outsider" });
});

test("a lock stops at once, outweighs every other reason, and ends when it is lifted", () => {
  const society = testSociety();
  society.join("elder", "admin");
  society.join("ada", "player");
  society.disapprove("elder", "ada");
  society.putLock(lockOn("ada"));
  const locked = society.at("ada", after(31));
  expect(locked.state).toBe("locked");
  expect(locked.reasons).toHaveLength(3);
  society.dropLock("lock");
  society.dropDisapproval("ada");
  expect(society.at("ada", after(1)).state).toBe("qualified");
});

test("the policy's numbers are the rule's", () => {
  const policy = { ...DEFAULT_POLICY, standing: { idleDays: 3, centreDisapprovals: 1 } };
  const society = testSociety(policy);
  for (const id of ["a", "b", "c"]) society.join(id, "admin");
  society.join("ada", "player");
  society.disapprove("a", "b");
  expect(society.at("b", after(1)).state).toBe("held");
  expect(society.at("ada", after(3)).state).toBe("lapsed");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RINGS, type Ring, rank } from "#registry/masque/ring";
import { type Candidate, criteriaOf, type Step } from "#registry/rings/merit/criteria";
import { DEFAULT_POLICY, readPolicy } from "#registry/rings/policy";
import { BEGIN, testSociety } from "#registry/rings/society.fixture";
import { masqueFile, openTestRegistry } from "#server/test-registry";

const page = readFileSync(join(import.meta.dirname, "rings.md"), "utf8");

/** The rows of the table that begins with this heading, cell by cell. */
function table(first: string, second: string): string[][] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${first} | ${second} |`));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith("|"));
  return lines.slice(start + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const inner = [...RINGS].reverse();

test("S43, S20: the rings' table says who sees and reads what, as the registry does it", async () => {
  const masques = Object.fromEntries(RINGS.map((ring) => [`for-${ring}`, { ring }]));
  const registry = await openTestRegistry({ masques });
  for (const ring of RINGS.slice(1)) await registry.as(ring).invoke("me.show", {});
  await registry.as("outsider", "olga").invoke("me.show", {});
  const rows = table("ring", "who");
  expect(rows.map(([ring]) => ring)).toEqual(inner);
  const published: Record<number, string> = { 201: "yes", 202: "by proposal", 401: "no", 403: "no" };
  for (const [ring, , sees, reads, publishes] of rows) {
    const caller = registry.as(ring as Ring);
    const { items } = await caller.invoke("member.list", { limit: 100 });
    const seen = RINGS.filter((one) => items.some((member) => member.ring === one));
    expect([ring, seen.join(", ")]).toEqual([ring, sees]);
    const answers = await Promise.all(
      RINGS.map(async (one) => (await caller.http("GET", `/api/v1/resolve/for-${one}@1`)).status),
    );
    expect([ring, RINGS.filter((_, at) => answers[at] === 200).join(", ")]).toEqual([ring, reads]);
    const source = masqueFile({ ring: "outsider" });
    const { status } = await caller.http("POST", `/api/v1/masques/by-${ring}/versions`, { source });
    expect([ring, published[status]]).toEqual([ring, publishes]);
  }
});

test("S43: the rings' table says who decides on whose nominations", () => {
  const { guest, player } = DEFAULT_POLICY;
  expect([guest.approvals, player.approvals]).toEqual([1, 2]);
  for (const [ring, , , , , decides] of table("ring", "who")) {
    const least: Record<Step, Ring> = { guest: "player", player: "player", admin: "admin" };
    const from = RINGS.filter((one, at) => {
      const to = (RINGS[at + 1] ?? "admin") as Step;
      return rank(ring as Ring) >= rank(least[to]) && (one !== "admin" || ring === "admin");
    });
    expect([ring, from.join(", ") || "—"]).toEqual([ring, decides]);
  }
});

test("S43: the table of what each step asks for has the criteria and numbers of the implementation", () => {
  const society = testSociety();
  society.join("ada", "outsider");
  const facts = society.find("ada");
  if (!facts) throw new Error("Ada did not join.");
  const evidence = { sessions: new Map(), ratings: new Map(), violations: [] };
  const candidate: Candidate = { facts, createdAt: BEGIN, evidence, partyOf: (id) => id };
  const rows = table("step", "criterion");
  for (const [at, to] of (["guest", "player", "admin"] as const).entries()) {
    const step = `${RINGS[at]} → ${to}`;
    const stated = rows.filter(([of]) => of === step).map(([, name, need]) => `${name} ${need}`);
    const real = criteriaOf(to, candidate, DEFAULT_POLICY, BEGIN).map(({ name, need }) => `${name} ${need}`);
    expect(stated.sort()).toEqual(real.sort());
    for (const [, name, , days] of rows.filter(([of]) => of === step)) {
      if (to === "guest") expect(days).toBe("—");
      else {
        const { windowDays, violationFreeDays } = DEFAULT_POLICY[to];
        expect(days).toBe(String(name === "violations" ? violationFreeDays : windowDays));
      }
    }
  }
});

test("S43: the table of decisions has the policy's numbers", () => {
  const { guest, player, admin } = DEFAULT_POLICY;
  expect(table("step", "approvals")).toEqual([
    ["outsider → guest", guest.approvals, 0, 1, guest.openDays, guest.objectionHours].map(String),
    ["guest → player", player.approvals, player.elders, player.denials, player.openDays, 0].map(String),
    [
      "player → admin",
      `${admin.approvals}, or ${admin.ofElders} of the elders`,
      "all",
      String(admin.denials),
      String(admin.openDays),
      "0",
    ],
  ]);
});

test("the example of a policy on the page is a valid one", () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  expect(readPolicy(example)).toMatchObject({
    policy: { player: { sessions: 12 }, supervision: { days: 14 } },
  });
});

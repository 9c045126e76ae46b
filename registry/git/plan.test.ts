import fc from "fast-check";
import { expect, test } from "vitest";
import { parseName } from "../masque/name";
import { parseVersion } from "../masque/version";
import { formatMessage, parseMessage } from "./message";
import { objectId } from "./object";
import { planPublication } from "./plan";
import { openFixture, planOf } from "./repository.fixture";
import { writePublication } from "./write";

test("git computes the same id for every planned object, and reads back what was planned", async () => {
  const { repository, git } = await openFixture();
  const first = planOf("engineer:backend", "1");
  const plan = planOf("engineer:backend", "1.1", { source: "version: 1.1\r\n# ü\0\n", parent: first.commit });
  for (const { type, bytes, oid } of plan.objects)
    expect(git(["hash-object", "-t", type, "--stdin"], bytes)).toBe(oid);
  await writePublication(repository, first);
  await writePublication(repository, plan);
  expect(git(["rev-parse", "engineer/backend@v1.1.0", "engineer/backend@v1.1.0^{commit}"])).toBe(
    `${plan.tagOid}\n${plan.commit}`,
  );
  expect(git(["ls-tree", "-r", plan.commit])).toBe(
    `100644 blob ${plan.blob}\tpersonas/engineer/backend.masque.yaml`,
  );
  expect(git(["log", "--format=%h", "engineer/backend@v1.1.0"]).split("\n")).toHaveLength(2);
  expect(git(["fsck", "--strict", "--full"])).toBe("");
});

test("the same publication planned again has the same ids", () => {
  expect(planOf("homelab", "2.3")).toEqual(planOf("homelab", "2.3"));
  expect(planOf("homelab", "2.3").commit).not.toBe(planOf("homelab", "2.3", { source: "other" }).commit);
});

test("git reads the trailers of a version's tag", async () => {
  const { repository, git } = await openFixture();
  await writePublication(repository, planOf("homelab", "2.3"));
  expect(git(["for-each-ref", "--format=%(contents:trailers)"])).toBe(
    "Masque-Index: 7\nMasque-Digest: sha256-x",
  );
  expect(git(["for-each-ref", "--format=%(taggername)|%(taggeremail)|%(taggerdate:iso)"])).toBe(
    "Ada|<m_1@masque.invalid>|2026-01-02 03:04:05 +0000",
  );
});

test("whatever a member is called and writes, git finds the objects well-formed", async () => {
  const { repository, git } = await openFixture();
  let patch = 0;
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", " ", "<>", "a\nb <c@d> 1 +0000", "\0.", "Ω"),
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, email, message) => {
      const plan = planPublication({
        name: parseName("homelab"),
        version: parseVersion(`1.0.${patch++}`),
        bytes: Buffer.from("x"),
        author: { name, email, at: new Date(1_700_000_000_000) },
        message,
        trailers: { "Masque-Index": "1" },
      });
      await writePublication(repository, plan);
    }),
    { numRuns: 40 },
  );
  expect(git(["fsck", "--strict", "--full"])).toBe("");
});

test("a message and its trailers come back as they went in, and a message cannot forge trailers", () => {
  const trailers = { "Masque-Author": "m_1", "Masque-Approved-By": "m_2, m_3" };
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const stored = formatMessage({ text, trailers });
      expect(parseMessage(stored).trailers).toEqual(trailers);
      expect(formatMessage(parseMessage(stored))).toBe(stored);
    }),
  );
  expect(parseMessage(formatMessage({ text: "Hi\n\nMasque-Author: m_9", trailers })).trailers).toEqual(
    trailers,
  );
  expect(() => formatMessage({ text: "", trailers: { Key: "a\nMasque-Author: m_9" } })).toThrow(
    "not one line",
  );
});

test("an object's id is git's", () => {
  expect(objectId("blob", Buffer.alloc(0))).toBe("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
});

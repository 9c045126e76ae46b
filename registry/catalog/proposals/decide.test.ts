import { expect, test } from "vitest";
import { agentOf, decide, gather, present, proposed, wider } from "#server/test-gathering";
import { masqueFile, openTestRegistry, published, send } from "#server/test-registry";
import { SCOPES } from "../../actor";
import { stockGit } from "../../git/repository.fixture";
import { invoke } from "../../operation";
import { newToken } from "../../rings/issue-token";
import { decideProposal } from "./decide";

test("S42: an approval publishes in the author's name, and the tag names who approved by an opaque id", async () => {
  const { registry, ada, ben } = await gather();
  const proposal = await proposed(ada, wider());
  const reply = await ben.http("POST", `/api/v1/proposals/${proposal.id}/decisions`, {
    decision: "approve",
    digest: proposal.digest,
    reason: "The wiki is ours.",
  });
  expect(reply.status).toBe(200);
  expect(reply.json()).toMatchObject({
    state: "approved",
    git: { tag: "homelab@v2.0.0" },
    decisions: [
      {
        by: "ben",
        decision: "approve",
        digest: proposal.digest,
        reason: "The wiki is ours.",
        at: expect.any(String),
      },
    ],
  });
  const { git } = stockGit(registry.runtime.repository.dir);
  const tag = git(["cat-file", "tag", "homelab@v2.0.0"]).split("\n");
  expect(tag.slice(-2)).toEqual(["Masque-Author: id-of-ada", "Masque-Approved-By: id-of-ben"]);
  expect((await ada.http("GET", "/api/v1/masques/homelab/versions/2/source")).text).toBe(wider());
});

test("S42: a disapproval closes the proposal, with name and reason; the same bytes do not come back", async () => {
  const { ada, ben } = await gather();
  const proposal = await proposed(ada, wider());
  const closed = await decide(ben, proposal, "disapprove");
  expect(closed).toMatchObject({ state: "disapproved", decisions: [{ by: "ben", decision: "disapprove" }] });
  await expect(proposed(ada, wider())).rejects.toMatchObject({ code: "conflict" });
  expect((await proposed(ada, wider("2.0.0", "Mended."))).state).toBe("open");
});

test("a new name that is approved belongs to who proposed it", async () => {
  const { registry, ben } = await gather();
  const gil = registry.as("guest", "gil");
  await decide(ben, await proposed(gil, masqueFile({ ring: "guest" }), "tour"));
  expect((await gil.invoke("masque.show", { name: "tour" })).maintainers).toEqual(["gil"]);
});

test("S30: nobody approves their own proposal, with whatever token, nor through their agent", async () => {
  const { registry, ada } = await gather();
  const { id, digest } = await proposed(ada, wider());
  const decisions = `/api/v1/proposals/${id}/decisions`;
  const body = { decision: "approve", digest, reason: "I trust myself." };
  expect((await ada.http("POST", decisions, body)).json()).toMatchObject({ status: 403, code: "forbidden" });

  const second = newToken({
    memberId: "id-of-ada",
    label: "another",
    scopes: SCOPES,
    now: registry.clock.now(),
    decidesUntil: new Date("2100-01-01"),
  });
  await registry.runtime.store.transact(second.write);
  registry.runtime.people.putToken(second.facts);
  const headers = { authorization: `Bearer ${second.secret}` };
  const again = await send(registry.url, { method: "POST", target: decisions, body, headers });
  expect(again.json()).toMatchObject({ status: 403, code: "forbidden" });

  const bot = await agentOf(registry, ada, "player");
  await expect(
    bot.invoke("proposal.decide", { id, decision: "approve", digest, reason: "As told." }),
  ).rejects.toMatchObject({ code: "forbidden.presence" });
  expect((await ada.invoke("proposal.show", { id })).state).toBe("open");
});

test("S30: an ordinary token of somebody who may decide does not decide on a proposal", async () => {
  const { registry, ada } = await gather();
  const { id, digest } = await proposed(ada, wider());
  const ordinary = newToken({
    memberId: "id-of-ben",
    label: "ci",
    scopes: SCOPES,
    now: registry.clock.now(),
  });
  await registry.runtime.store.transact(ordinary.write);
  registry.runtime.people.putToken(ordinary.facts);
  const reply = await send(registry.url, {
    method: "POST",
    target: `/api/v1/proposals/${id}/decisions`,
    body: { decision: "approve", digest, reason: "An assistant thought so." },
    headers: { authorization: `Bearer ${ordinary.secret}` },
  });
  expect(reply.json()).toMatchObject({ status: 403, code: "forbidden.presence" });
});

test("S30: nobody approves what their own agent proposed", async () => {
  const { registry, ada, ben } = await gather();
  const bot = await agentOf(registry, ada, "player");
  published(await bot.invoke("masque.publish", { name: "tool", source: masqueFile() }));
  const output = await bot.invoke("masque.publish", { name: "tool", source: wider() });
  if (output.outcome !== "proposed") throw new Error("It was to be proposed.");
  await expect(decide(ada, output.proposal)).rejects.toMatchObject({ code: "forbidden" });
  expect((await decide(ben, output.proposal)).state).toBe("approved");
});

test("S30, S42: refused attempts at deciding are on record, with what they were about", async () => {
  const { ada } = await gather();
  const proposal = await proposed(ada, wider());
  await expect(decide(ada, proposal)).rejects.toMatchObject({ code: "forbidden" });
  const { items } = await ada.invoke("audit.list", { masque: "homelab", outcome: "refused" });
  expect(items).toMatchObject([
    {
      ring: "player",
      actor: "ada",
      operation: "proposal.decide",
      subject: "homelab@2.0.0",
      digest: proposal.digest,
      code: "forbidden",
    },
  ]);
});

test("a guest decides on nothing; a player not on what stands above players", async () => {
  const { registry, ada } = await gather();
  const gil = registry.as("guest", "gil");
  const tour = await proposed(gil, masqueFile({ ring: "guest" }), "tour");
  await expect(decide(registry.as("guest", "gus"), tour)).rejects.toMatchObject({ code: "forbidden" });
  await present(registry.as("admin", "elder-2"));
  const vault = await proposed(registry.as("admin", "elder-1"), masqueFile({ ring: "admin" }), "vault");
  await expect(decide(ada, vault)).rejects.toMatchObject({ code: "not_found" });
});

test("an approval is of one digest: bytes that changed a second ago are not approved with it", async () => {
  const { ada, ben, elder } = await gather();
  const first = await proposed(ada, wider());
  const second = await proposed(ada, wider("2.0.0", "Another lens."));
  await expect(decide(ben, first)).rejects.toMatchObject({ code: "conflict" });
  await expect(decide(ben, { id: second.id, digest: first.digest })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await ben.invoke("proposal.show", { id: first.id })).toMatchObject({
    state: "superseded",
    decisions: [],
  });
  expect((await decide(elder, second)).state).toBe("approved");
});

test("the same bytes again are the same proposal", async () => {
  const { registry, ada } = await gather();
  const { id } = await proposed(ada, wider());
  expect((await proposed(ada, wider())).id).toBe(id);
  expect(await registry.runtime.store.reader.proposal.count()).toBe(1);
});

test("of two who decide at the same instant, one does and the other learns it", async () => {
  const { registry, ada, ben, elder } = await gather();
  const proposal = await proposed(ada, wider());
  const settled = await Promise.allSettled([decide(ben, proposal), decide(elder, proposal, "disapprove")]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  expect(await registry.runtime.store.reader.proposalDecision.count()).toBe(1);
  expect(await registry.runtime.store.reader.version.count({ where: { version: "2.0.0" } })).toBe(
    settled[0]?.status === "fulfilled" ? 1 : 0,
  );
});

test("what was published in between refuses the approval, and the proposal stays visible", async () => {
  const { registry, ada, ben } = await gather();
  const gil = registry.as("guest", "gil");
  const tour = await proposed(gil, masqueFile({ ring: "guest" }), "tour");
  const later = await proposed(ada, wider());
  await ben.invoke("masque.publish", { name: "tour", source: masqueFile() });
  await registry.publish("homelab", masqueFile({ version: "2" }));
  await expect(decide(ben, later)).rejects.toMatchObject({ code: "conflict.version" });
  await expect(decide(ben, tour)).rejects.toMatchObject({ code: "conflict.name" });
  for (const { id } of [tour, later])
    expect(await ben.invoke("proposal.show", { id })).toMatchObject({ state: "open", decisions: [] });
});

test("an author who no longer qualifies publishes nothing, whoever approves", async () => {
  const { registry, ada, ben } = await gather();
  const proposal = await proposed(ada, wider());
  const disapproval = { authorId: "id-of-elder-1", authorRing: "admin" as const, reason: "Careless." };
  registry.runtime.society.putDisapproval("id-of-ada", { ...disapproval, at: registry.clock.now() });
  await expect(decide(ben, proposal)).rejects.toMatchObject({ code: "conflict" });
  registry.runtime.society.dropDisapproval("id-of-ada");
  expect((await decide(ben, proposal)).state).toBe("approved");
});

test("its author takes a proposal back, and nobody else does", async () => {
  const { ada, ben } = await gather();
  const { id, ...proposal } = await proposed(ada, wider());
  expect((await ben.http("DELETE", `/api/v1/proposals/${id}`)).status).toBe(403);
  expect((await ada.http("DELETE", `/api/v1/proposals/${id}`)).json()).toMatchObject({ state: "withdrawn" });
  expect((await ada.http("DELETE", `/api/v1/proposals/${id}`)).status).toBe(200);
  await expect(decide(ben, { id, ...proposal })).rejects.toMatchObject({ code: "conflict" });
  expect((await proposed(ada, wider())).id).not.toBe(id);
});

test("an approval that the process did not survive carrying out is carried out by the next", async () => {
  const { registry, ada, ben } = await gather();
  const { id, digest } = await proposed(ada, wider());
  const { repository } = registry.runtime;
  const writeFile = () => Promise.reject(new Error("the disk is gone"));
  const fs = { ...repository.fs, writeFile, createFile: writeFile };
  const dying = { ...registry.runtime, repository: { ...repository, fs } };
  const input = { id, decision: "approve", digest, reason: "Sound." };
  await expect(invoke(dying, decideProposal, ben.actor, input)).rejects.toThrow("the disk is gone");
  await registry.close();

  const reopened = await openTestRegistry({ home: registry.runtime.config.home });
  const { git } = stockGit(reopened.runtime.repository.dir);
  expect(git(["cat-file", "tag", "homelab@v2.0.0"])).toContain("Masque-Approved-By: id-of-ben");
  expect(reopened.runtime.shelf.find("player", "homelab" as never)?.versions).toHaveLength(2);
  expect(await reopened.runtime.store.reader.proposal.findUnique({ where: { id } })).toMatchObject({
    state: "approved",
  });
});

import { expect, test } from "vitest";
import { decide, gather, present, proposed, wider } from "#server/test-gathering";
import { masqueFile } from "#server/test-registry";

test("S34: a proposal above one's ring is answered as one that never was, to the byte, and is in no list", async () => {
  const { registry, ada, elder } = await gather();
  await present(registry.as("admin", "elder-2"));
  const { id, digest } = await proposed(elder, masqueFile({ ring: "admin" }), "vault");
  const body = { decision: "approve", digest, reason: "Why not." };
  const asking = [
    ["GET", "/proposals/ID"],
    ["DELETE", "/proposals/ID"],
    ["POST", "/proposals/ID/decisions", body],
    ["GET", "/proposals?cursor=ID"],
  ] as const;
  for (const [method, path, sent] of asking) {
    const hidden = await ada.http(method, `/api/v1${path.replace("ID", id)}`, sent);
    const absent = await ada.http(method, `/api/v1${path.replace("ID", "x".repeat(id.length))}`, sent);
    expect(hidden.comparable(), path).toEqual(absent.comparable());
  }
  expect((await ada.http("GET", "/api/v1/proposals")).json()).toEqual({ items: [], next: null });
  expect((await elder.invoke("proposal.list", {})).items).toHaveLength(1);
});

test("S34: its author sees a proposal whatever becomes of their ring, and those above only as elders", async () => {
  const { registry, elder } = await gather();
  const gil = registry.as("guest", "gil");
  const proposal = await proposed(gil, masqueFile({ ring: "guest" }), "tour");
  await decide(elder, proposal, "disapprove");
  const member = registry.runtime.people.find("id-of-gil");
  if (member) registry.runtime.people.putMember({ ...member, ring: "outsider" });
  expect(await gil.invoke("proposal.show", { id: proposal.id })).toMatchObject({
    author: "gil",
    decisions: [{ by: "an elder", reason: "Read it, and it is sound." }],
  });
  await expect(registry.as("outsider").invoke("proposal.show", { id: proposal.id })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("S34: an author from above appears as an elder", async () => {
  const { registry, ada, elder } = await gather();
  await present(registry.as("admin", "elder-2"));
  await proposed(elder, wider());
  const { items } = await ada.invoke("proposal.list", { name: "homelab", state: "open" });
  expect(items).toMatchObject([{ author: "an elder", mayDecide: true, mayWithdraw: false }]);
});

test("S34: what a proposal widens is told by what its viewer may see", async () => {
  const { registry, ada, elder } = await gather();
  await registry.publish("homelab", masqueFile({ version: "2", ring: "admin" }));
  // Against the hidden 2.0.0 this lowers the ring; against 1.0.0, which players see, it changes words alone.
  const { id, reasons, risk } = await proposed(elder, masqueFile({ version: "3", lens: "Look twice." }));
  expect({ reasons, risk }).toEqual({ reasons: ["widens"], risk: "widening" });
  const { comparison, ...seen } = await ada.invoke("proposal.show", { id });
  expect(seen).toMatchObject({ reasons: [], risk: "neutral" });
  expect(comparison.from).toBe("1.0.0");
});

test("a proposal shows its file and the comparison that its versions would have, before and after it is published", async () => {
  const { ada, ben } = await gather();
  const proposal = await proposed(ada, wider("2.0.0", "Look\u200b twice."));
  const open = await ben.invoke("proposal.show", { id: proposal.id });
  expect(open.source).toBe(wider("2.0.0", "Look\u200b twice."));
  expect(open.comparison).toMatchObject({
    from: "1.0.0",
    to: "2.0.0",
    risk: "widening",
    changes: [{ effect: "widening" }, { path: "lens", effect: "read" }],
    words: [{ path: "lens" }],
    invisible: [{ side: "after", codepoint: expect.stringContaining("200B") }],
  });
  await decide(ben, proposal);
  const { comparison } = await ben.invoke("proposal.show", { id: proposal.id });
  const { text: _text, ...diff } = await ben.invoke("masque.diff", {
    name: "homelab",
    from: "1.0.0",
    to: "2.0.0",
  });
  expect(comparison).toMatchObject(diff);
});

test("proposals come newest first, a page at a time", async () => {
  const { registry, ada } = await gather();
  for (const version of ["2.0.0", "2.1.0", "2.2.0"]) {
    registry.clock.advance(1000);
    await proposed(ada, wider(version));
  }
  const first = await ada.http("GET", "/api/v1/proposals?limit=2");
  const { items, next } = first.json() as unknown as { items: { version: string }[]; next: string };
  expect(items.map(({ version }) => version)).toEqual(["2.2.0", "2.1.0"]);
  const rest = await ada.invoke("proposal.list", { cursor: next });
  expect(rest).toMatchObject({ items: [{ version: "2.0.0" }], next: null });
});

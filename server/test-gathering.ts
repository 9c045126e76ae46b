import { type Member, SCOPES } from "#registry/actor";
import type { ProposalView } from "#registry/catalog/proposals/proposal";
import { RINGS, type Ring, rank } from "#registry/masque/ring";
import { invoke, type Operation } from "#registry/operation";
import { operations } from "#registry/operations";
import { masqueFile, openTestRegistry, published, type TestCaller, type TestRegistry } from "./test-registry";

/** Ada keeps homelab (ring player, at 1.0.0); Ben is her peer; Elder stands above both. */
export interface Gathering {
  readonly registry: TestRegistry;
  readonly ada: TestCaller;
  readonly ben: TestCaller;
  readonly elder: TestCaller;
}

export async function gather(): Promise<Gathering> {
  const registry = await openTestRegistry();
  const ada = registry.as("player", "ada");
  const ben = registry.as("player", "ben");
  const elder = registry.as("admin", "elder-1");
  await present(ada, ben, elder);
  published(await ada.invoke("masque.publish", { name: "homelab", source: masqueFile() }));
  return { registry, ada, ben, elder };
}

/** Whoever is named has been seen: from now on they count. */
export async function present(...callers: TestCaller[]): Promise<void> {
  for (const caller of callers) await caller.invoke("me.show", {});
}

/** A later homelab that reaches further than 1.0.0: it points to a server that was not there. */
export function wider(version = "2.0.0", lens = "Look before you touch."): string {
  return masqueFile({ version, lens, more: "knowledge: [mcp://wiki/pages]\n" });
}

/** Publishes as `caller` what must become a proposal. */
export async function proposed(caller: TestCaller, source: string, name = "homelab"): Promise<ProposalView> {
  const output = await caller.invoke("masque.publish", { name, source });
  if (output.outcome !== "proposed") throw new Error(`${name}@${output.version} was ${output.outcome}.`);
  return output.proposal;
}

export function decide(
  caller: TestCaller,
  { id, digest }: Pick<ProposalView, "id" | "digest">,
  decision: "approve" | "disapprove" = "approve",
) {
  return caller.invoke("proposal.decide", { id, decision, digest, reason: "Read it, and it is sound." });
}

/** An agent of somebody's, in the ring it has climbed to. */
export async function agentOf(
  { runtime }: TestRegistry,
  operator: TestCaller,
  ring: Ring,
): Promise<Pick<TestCaller, "invoke">> {
  if (operator.actor.kind !== "member") throw new Error("Only members operate agents.");
  const operatorId = operator.actor.member.id;
  const id = `agent-of-${operatorId}`;
  const member: Member = {
    id,
    handle: `bot-${rank(ring)}`,
    name: "Bot",
    ring,
    kind: "agent",
    operatorId,
    createdAt: runtime.clock.now(),
  };
  await runtime.store.transact(async (tx) => {
    await tx.member.create({ data: { ...member, ring: "outsider" } });
    for (const step of RINGS.slice(1, rank(ring) + 1))
      await tx.member.update({ where: { id }, data: { ring: step } });
  });
  runtime.people.putMember(member);
  const credential = { kind: "token" as const, id };
  const actor = { kind: "member" as const, member, scopes: new Set(SCOPES), credential };
  return {
    invoke: (name, input) =>
      invoke(runtime, operations[name] as unknown as Operation<typeof input, never>, actor, input),
  };
}

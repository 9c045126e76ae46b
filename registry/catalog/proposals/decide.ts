import { Refusal } from "#registry/errors";
import type { Ring } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import { operation } from "#registry/operation";
import { ringNow } from "#registry/rings/effective-ring";
import { requireMember } from "#registry/rings/require-member";
import type { Transaction } from "#registry/store/open";
import { closeProposal, insertDecision, type ProposalRow } from "#registry/store/proposals";
import { type Author, requireAuthor } from "../author";
import type { GitFacts } from "../facts";
import { mayApprove, needsOf } from "../gate";
import { finishPublications } from "../recover";
import { releaseVersion } from "../release";
import { gitShape } from "../shapes";
import {
  DECISIONS,
  type ProposalView,
  proposalShape,
  readProposed,
  requireProposal,
  subjectOf,
  toProposal,
} from "./proposal";

/** Approves a proposal, which publishes it, or disapproves it, which closes it. A decision holds for these bytes alone. */
export const decideProposal = operation({
  name: "proposal.decide",
  effect: "write",
  scope: "decide",
  summary: "Approves or disapproves a proposed version, with a reason. Approved, it is published at once.",
  input: {
    type: "object",
    required: ["id", "decision", "digest", "reason"],
    additionalProperties: false,
    properties: {
      id: { type: "string", maxLength: 64 },
      decision: { type: "string", enum: DECISIONS },
      digest: { type: "string", maxLength: 100 },
      reason: { type: "string", minLength: 1, maxLength: 1000 },
    },
  },
  output: { ...proposalShape, properties: { ...proposalShape.properties, git: gitShape } },
  async run(context, given) {
    const { masqueName } = await requireProposal(context, given.id);
    // The same turn as publishing: of two who decide at once the second finds it decided.
    return context.runtime.inTurn(masqueName, () => decide(context, given));
  },
});

type Given = { id: string; decision: (typeof DECISIONS)[number]; digest: string; reason: string };

async function decide(context: Context, given: Given): Promise<ProposalView & { git?: GitFacts }> {
  const row = await requireProposal(context, given.id);
  const { member } = requireMember(context);
  requireDecider(context, row, member.id);
  if (given.reason.trim() === "")
    throw new Refusal("unprocessable", "Say why: the reason stands beside the decision.");
  if (row.state !== "open") {
    const newer = row.state === "superseded" ? " Its author has put something newer in its place." : "";
    throw new Refusal("conflict", `This proposal is ${row.state} already.${newer} Nothing was decided.`);
  }
  if (row.digest !== given.digest) {
    throw new Refusal(
      "conflict",
      `What is proposed is ${row.digest}, not what you decided on. Read it again, then decide.`,
    );
  }
  const isApproval = given.decision === "approve";
  const write = async (tx: Transaction) => {
    if (!(await closeProposal(tx, row.id, isApproval ? "approved" : "disapproved", context.now))) {
      throw new Refusal("conflict", "Somebody else decided on this proposal just now. Nothing was decided.");
    }
    const { decision, digest, reason } = given;
    const { id: proposalId } = row;
    await insertDecision(tx, { proposalId, memberId: member.id, decision, digest, reason, at: context.now });
  };
  const git = isApproval ? await approve(context, row, member.id, write) : undefined;
  if (!isApproval) await context.commit(subjectOf(row), write);
  return { ...(await toProposal(context, await requireProposal(context, row.id))), git };
}

/** Publishes what was approved, in its author's name. What came in between refuses it, and the proposal stays as it is. */
async function approve(
  context: Context,
  row: ProposalRow,
  approver: string,
  write: (tx: Transaction) => Promise<void>,
): Promise<GitFacts> {
  const { runtime } = context;
  const { name, definition, bytes } = readProposed(row);
  await finishPublications(runtime, name);
  const author: Author = { id: row.authorId, ring: ringNow(runtime, row.authorId), isMember: true };
  try {
    await requireAuthor(runtime, author, name, definition.ring);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "conflict.name") throw error;
    throw new Refusal("conflict", `Its author may no longer publish this. ${error.message}`);
  }
  const release = { name, definition, bytes, message: row.message, author, approvers: [approver] };
  const { outcome, facts } = await releaseVersion(context, { ...release, degraded: false }, write);
  if (outcome === "published") return facts.git;
  throw new Refusal(
    "conflict.version",
    `${name}@${facts.version} is published already, with these very bytes.`,
  );
}

function requireDecider({ runtime }: Context, row: ProposalRow, memberId: string): void {
  const decider = runtime.society.find(memberId);
  const version = { authorId: row.authorId, ring: row.ring as Ring };
  if (decider && mayApprove(runtime, version, decider)) return;
  throw new Refusal(
    "forbidden",
    `This is decided by another member of ring ${needsOf(version.ring).from} or above: nobody decides on their own proposals, nor on those of their agents or their operator.`,
  );
}

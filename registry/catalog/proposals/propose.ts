import { Refusal } from "#registry/errors";
import type { Context } from "#registry/operation";
import { newId } from "#registry/rings/secret";
import { findSameProposal, insertProposal, supersedeProposals } from "#registry/store/proposals";
import type { Reason } from "../gate";
import { digestOf } from "../publication";
import type { Release } from "../release";
import { type ProposalView, subjectOf, toProposal } from "./proposal";

/**
 * Puts a version up for approval. The same bytes again are the same proposal; other bytes for the same version take
 * the place of what its author has open, and whatever was decided on that counts for nothing here.
 */
export async function propose(
  context: Context,
  { name, definition, bytes, message, author }: Release,
  reasons: readonly Reason[],
): Promise<ProposalView> {
  const { store } = context.runtime;
  const own = { masqueName: name, version: definition.version, authorId: author.id };
  const digest = digestOf(bytes);
  const same = await findSameProposal(store.reader, own, digest);
  if (same?.state === "open") return toProposal(context, same);
  if (same?.state === "disapproved") {
    const reason = same.decisions.at(-1)?.reason ?? "";
    throw new Refusal(
      "conflict",
      `These very bytes were proposed as ${name}@${definition.version} and disapproved: ${reason} Change what was objected to and propose again.`,
    );
  }
  const data = {
    ...own,
    id: newId(),
    ring: definition.ring,
    title: definition.name,
    digest,
    source: new Uint8Array(bytes),
    message,
    reasons: reasons.join(" "),
    state: "open",
    createdAt: context.now,
  };
  const row = await context.commit(subjectOf(data), async (tx) => {
    await supersedeProposals(tx, own, context.now);
    return insertProposal(tx, data);
  });
  return toProposal(context, row);
}

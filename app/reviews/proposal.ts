import { cache } from "react";
import type { Ring } from "#registry/masque/ring";
import { type Answer, read } from "../registry";

export type Proposal = Answer<"proposal.list">["items"][number];
export type ProposalInFull = Answer<"proposal.show">;

/** A proposal by its id; asked once a request. */
export const showProposal = cache((id: string): Promise<ProposalInFull> => read("proposal.show", { id }));

/** Why its author alone could not publish it. */
export const REASONS: Record<Proposal["reasons"][number], string> = {
  guest: "A guest wrote it",
  widens: "It gives a wearer more than before",
  admin: "It stands at the centre",
};

/** Whose approval is needed, in words. */
export function neededFrom({ approvals, from }: Proposal["needs"]): string {
  const who: Record<Ring, string> = {
    outsider: "another member",
    guest: "another member",
    player: "another player or an elder",
    admin: "another elder",
  };
  return `${approvals === 1 ? "Approval" : `${approvals} approvals`} of ${who[from]}`;
}

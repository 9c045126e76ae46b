import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { findProposal, listProposals } from "#registry/store/proposals";
import { pageOf } from "../shapes";
import { PROPOSAL_STATES, proposalShape, seerOf, toProposal } from "./proposal";

const PAGE = 24;
const LARGEST_PAGE = 100;

export const listProposed = operation({
  name: "proposal.list",
  effect: "read",
  scope: "read",
  summary: "Lists proposed versions that your ring may see, and your own, newest first.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      state: { type: "string", enum: PROPOSAL_STATES },
      name: { type: "string", maxLength: 200 },
      limit: { type: "integer", minimum: 1 },
      cursor: { type: "string", maxLength: 64 },
    },
  },
  output: pageOf(proposalShape),
  async run(context, { state, name: masqueName, limit = PAGE, cursor: after }) {
    const { reader } = context.runtime.store;
    const seer = seerOf(context);
    if (after !== undefined && !(await findProposal(reader, seer, after)))
      throw new Refusal("invalid", "This cursor leads nowhere here. Begin the list again without one.");
    const take = Math.min(limit, LARGEST_PAGE);
    const rows = await listProposals(reader, seer, { state, masqueName, after, take: take + 1 });
    const shown = rows.slice(0, take);
    const next = rows.length > take ? (shown.at(-1)?.id ?? null) : null;
    return { items: await Promise.all(shown.map((row) => toProposal(context, row))), next };
  },
});

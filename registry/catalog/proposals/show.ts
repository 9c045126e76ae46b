import { operation } from "#registry/operation";
import { baselineOf } from "../baseline";
import { compareWith } from "../compare";
import { diffShape } from "../shapes";
import { findBefore, proposalShape, readProposed, requireProposal, toProposal } from "./proposal";

/** Which proposal. */
export const proposalInput = {
  type: "object",
  required: ["id"],
  additionalProperties: false,
  properties: { id: { type: "string", maxLength: 64 } },
} as const;

export const showProposal = operation({
  name: "proposal.show",
  effect: "read",
  scope: "read",
  summary: "Shows a proposal with its file and what it would change, what widens first.",
  input: proposalInput,
  output: {
    ...proposalShape,
    required: [...proposalShape.required, "source", "comparison"],
    properties: { ...proposalShape.properties, source: { type: "string" }, comparison: diffShape },
  },
  async run(context, { id }) {
    const row = await requireProposal(context, id);
    const { version, bytes, definition } = readProposed(row);
    const source = bytes.toString("utf8");
    const draft = { label: version, source, definition };
    const before = findBefore(context, row);
    const comparison = await compareWith(context.runtime, before && baselineOf(before), draft);
    return { ...(await toProposal(context, row)), source, comparison };
  },
});

import { Check, CircleDashed, Layers, type LucideIcon, Undo2, X } from "lucide-react";
import type { Proposal } from "./proposal";

const LOOK: Record<Proposal["state"], { Icon: LucideIcon; colour: string }> = {
  open: { Icon: CircleDashed, colour: "text-read" },
  approved: { Icon: Check, colour: "text-narrowing" },
  disapproved: { Icon: X, colour: "text-danger" },
  superseded: { Icon: Layers, colour: "text-muted" },
  withdrawn: { Icon: Undo2, colour: "text-muted" },
};

/** Where a proposal stands, by shape, colour and word. */
export function ProposalState({ state }: Pick<Proposal, "state">) {
  const { Icon, colour } = LOOK[state];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-semibold ${colour}`}>
      <Icon aria-hidden className="size-4" />
      {state}
    </span>
  );
}

import { DecisionForm } from "../../deciding/decision-form";
import { Deed } from "../../deciding/deed";
import type { ProposalInFull } from "../proposal";
import { decideProposal, withdrawProposal } from "./decide-proposal";

/** Approve or disapprove of the bytes shown; their author may take them back instead. */
export function Decide({
  proposal: { id, name, version, digest, mayDecide, mayWithdraw },
}: {
  proposal: ProposalInFull;
}) {
  return (
    <>
      <DecisionForm
        action={decideProposal}
        about={{ id, digest }}
        approves={`Publish ${name}@${version}`}
        disapproves="Disapprove"
        isOpen={mayDecide}
      >
        <p>It holds for the bytes shown here and no others.</p>
      </DecisionForm>
      {mayWithdraw && (
        <div className="card overflow-hidden">
          <Deed
            title="Take it back"
            verb="Withdraw the proposal"
            danger
            action={withdrawProposal}
            about={{ id }}
          >
            <p>Nothing is published, and nobody needs to decide. You may propose again.</p>
          </Deed>
        </div>
      )}
    </>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { DecisionForm } from "../../deciding/decision-form";
import { Moment } from "../../elements/moment";
import { VisibleText } from "../../elements/visible-text";
import { Live } from "../../shell/live";
import { Evidence } from "../evidence";
import { Needs } from "../needs";
import { Step } from "../nomination-card";
import { requireCouncil, showPromotion } from "../promotion";
import { decidePromotion } from "./decide-promotion";
import { Sessions } from "./sessions";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireCouncil();
  return { title: `Nomination of ${(await showPromotion((await params).id)).member.handle}` };
}

export default async function NominationPage({ params }: Props) {
  await requireCouncil();
  const promotion = await showPromotion((await params).id);
  const { id, member, evidence, mayDecide, to, from, openedAt, decisions, state } = promotion;
  const { sessions } = evidence;
  return (
    <div className="page pt-8 sm:pt-12">
      <Live />
      <header>
        <Step promotion={promotion} />
        <h1 className="title mt-2 break-words">
          <VisibleText>{member.name}</VisibleText>
        </h1>
        <p className="mt-1 text-muted">
          <Link href={`/members/${member.handle}`} className="link font-mono">
            {member.handle}
          </Link>
          , nominated <Moment at={openedAt} />
        </p>
      </header>
      <div className="mt-8 grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0 space-y-8">
          <section aria-labelledby="observed" className="card p-5">
            <h2 id="observed" className="subtitle mb-4">
              What was observed
            </h2>
            <Evidence evidence={evidence} />
          </section>
          <section aria-labelledby="sessions">
            <h2 id="sessions" className="subtitle mb-3">
              The sessions
            </h2>
            {sessions.length === 0 ? (
              <p className="text-muted">None that you may see.</p>
            ) : (
              <Sessions sessions={sessions} />
            )}
          </section>
        </div>
        <aside aria-label="Decision" className="min-w-0 space-y-5 lg:sticky lg:top-6">
          <div className="card px-4 py-4">
            <Needs promotion={promotion} />
          </div>
          {decisions.map((decision) => (
            <Decision key={JSON.stringify(decision)} {...decision} />
          ))}
          <DecisionForm
            action={decidePromotion}
            about={{ id }}
            approves={`Approve: ${from} to ${to}`}
            disapproves="Disapprove"
            isOpen={mayDecide}
          >
            <p>A decision is made once. Judge what was observed, not who it is.</p>
          </DecisionForm>
          {state === "open" && !mayDecide && (
            <p className="text-sm text-muted">
              You have decided already, or this one is not yours to decide: nobody decides on themselves,
              their own agents or their operator.
            </p>
          )}
        </aside>
      </div>
    </div>
  );
}

interface Decided {
  by: string;
  decision: "approve" | "disapprove";
  /** Neither reason nor time is told of who stands above the reader. */
  reason?: string;
  at?: string;
}

function Decision({ by, decision, reason, at }: Decided) {
  return (
    <figure className="border-l-2 border-line pl-4 text-sm">
      {reason && (
        <blockquote className="break-words">
          “<VisibleText>{reason}</VisibleText>”
        </blockquote>
      )}
      <figcaption className="mt-1 text-muted">
        {by} {decision === "approve" ? "approved" : "disapproved"} {at && <Moment at={at} />}
      </figcaption>
    </figure>
  );
}

import Link from "next/link";
import { Moment } from "../elements/moment";
import { RingBadge } from "../elements/ring-badge";
import { RiskBadge } from "../elements/risk";
import { VisibleText } from "../elements/visible-text";
import { MasquePortrait } from "../portrait/masque-portrait";
import { neededFrom, type Proposal, REASONS } from "./proposal";
import { ProposalState } from "./state-badge";

/** A proposal as a list shows it: what, whose, how risky, how old, and what it waits for or what became of it. */
export function ProposalRow({ proposal }: { proposal: Proposal }) {
  const { id, name, version, title, digest, ring, author, state, risk, reasons, message } = proposal;
  const isOpen = state === "open";
  return (
    <li className="group relative flex gap-4 px-4 py-4 transition-colors hover:bg-sunk sm:px-5">
      <MasquePortrait
        name={name}
        digest={digest}
        className={`shrink-0 rounded-md ${isOpen ? "size-16 sm:size-20" : "size-12"}`}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <h3 className="min-w-0 font-display text-lg leading-snug font-semibold break-words">
            <Link
              href={`/reviews/${id}`}
              prefetch={false}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-curtain"
            >
              <VisibleText>{title}</VisibleText> <span className="font-normal tabular-nums">{version}</span>
            </Link>
          </h3>
          <span className="font-mono text-xs break-all text-muted">{name}</span>
        </div>
        <p className="text-sm text-muted">
          by {author}, <Moment at={proposal.createdAt} />
        </p>
        {isOpen && message && (
          <p className="mt-1.5 line-clamp-2 max-w-[70ch] text-sm break-words">
            <VisibleText>{message}</VisibleText>
          </p>
        )}
        {isOpen && (
          <p className="mt-1.5 text-sm text-muted">
            {reasons.map((reason) => REASONS[reason]).join(" · ")}
            {reasons.length > 0 && " · "}
            {proposal.mayDecide ? (
              <strong className="font-semibold text-ink">waits for you</strong>
            ) : (
              `needs ${neededFrom(proposal.needs).toLowerCase()}`
            )}
          </p>
        )}
        <p className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">
          {!isOpen && <ProposalState state={state} />}
          {risk !== "none" && <RiskBadge risk={risk} changes={[]} />}
          <RingBadge ring={ring} />
          {proposal.closedAt && (
            <span className="text-sm text-muted">
              <Moment at={proposal.closedAt} />
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

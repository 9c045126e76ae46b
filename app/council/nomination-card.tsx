import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { RingBadge } from "../elements/ring-badge";
import { VisibleText } from "../elements/visible-text";
import { Evidence } from "./evidence";
import { Needs } from "./needs";
import type { Promotion } from "./promotion";

/** An open nomination: who, from where to where, what was observed, and what it still needs. */
export function NominationCard({ promotion }: { promotion: Promotion }) {
  const { id, member, evidence, mayDecide } = promotion;
  return (
    <li className="card p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h3 className="subtitle break-words">
            <VisibleText>{member.name}</VisibleText>{" "}
            <Link
              href={`/members/${member.handle}`}
              className="link font-mono text-sm font-normal text-muted"
            >
              {member.handle}
            </Link>
          </h3>
          <Step promotion={promotion} />
        </div>
        <Link href={`/council/${id}`} className={`button ${mayDecide ? "button-main" : ""}`}>
          {mayDecide ? "Look and decide" : "Look at the evidence"}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      </div>
      <div className="mt-2.5">
        <Needs promotion={promotion} />
      </div>
      <div className="mt-5">
        <Evidence evidence={evidence} />
      </div>
    </li>
  );
}

/** From which ring to which. */
export function Step({ promotion: { from, to } }: { promotion: Promotion }) {
  return (
    <p className="mt-1 flex items-center gap-2.5">
      <RingBadge ring={from} />
      <ArrowRight aria-label="to" className="size-4 text-muted" />
      <RingBadge ring={to} />
    </p>
  );
}

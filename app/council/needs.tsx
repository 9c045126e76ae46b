import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Moment } from "../elements/moment";
import type { Promotion } from "./promotion";

const STATES: Record<Exclude<Promotion["state"], "open">, string> = {
  approved: "Approved",
  denied: "Denied",
  expired: "Nobody decided in time",
};

/** How far a nomination is: what it has of what it needs, and until when. */
export function Needs({ promotion }: { promotion: Promotion }) {
  const { needs, state, closesAt, closedAt, approvedAt, degraded } = promotion;
  const { approvals, have, elders, haveElders, against, denials, from } = needs;
  if (state !== "open") {
    return (
      <p className="text-sm font-medium">
        {STATES[state]}
        {closedAt && (
          <span className="font-normal text-muted">
            {" "}
            <Moment at={closedAt} />
          </span>
        )}
        {degraded && <Degraded />}
      </p>
    );
  }
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <Part is={have >= approvals}>
        {have} of {approvals} {approvals === 1 ? "approval" : "approvals"} of{" "}
        {from === "admin" ? "elders" : "players and elders"}
      </Part>
      {elders > 0 && (
        <Part is={haveElders >= elders}>
          {haveElders} of {elders} from an elder
        </Part>
      )}
      {against > 0 && (
        <Part is={false}>
          {against} of {denials} that deny
        </Part>
      )}
      <li>
        {approvedAt ? "elders may object, it ends " : "closes "}
        <Moment at={closesAt} />
      </li>
      {degraded && (
        <li>
          <Degraded />
        </li>
      )}
    </ul>
  );
}

function Part({ is, children }: { is: boolean; children: ReactNode }) {
  return (
    <li className={`inline-flex items-center gap-1.5 tabular-nums ${is ? "text-narrowing" : ""}`}>
      {is && <Check aria-hidden className="size-4" />}
      <span>{children}</span>
    </li>
  );
}

function Degraded() {
  return (
    <span
      className="ml-2 rounded-sm border border-widening/50 px-1.5 text-xs text-widening"
      title="Fewer decide than the policy asks for, because there are no more."
    >
      degraded
    </span>
  );
}

import { CriteriaBars } from "../merit/criteria-bars";
import { Ratings } from "../merit/ratings";
import { SessionDays } from "../merit/session-days";
import type { Promotion } from "./promotion";

/** What was observed, at a glance: what is asked for and what is there, on which days, and what others thought. */
export function Evidence({ evidence: { window, criteria, sessions } }: Pick<Promotion, "evidence">) {
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-6 md:grid-cols-2">
      <CriteriaBars criteria={criteria} />
      <div className="flex flex-col justify-between gap-6">
        <Ratings sessions={sessions} />
        {window.from && window.to && <SessionDays from={window.from} to={window.to} sessions={sessions} />}
      </div>
    </div>
  );
}

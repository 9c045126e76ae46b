import Link from "next/link";
import { Moment } from "../elements/moment";
import { RingBadge, RingShape } from "../elements/ring-badge";
import { STANDINGS, StandingBadge } from "../members/standing-badge";
import { CriteriaBars } from "../merit/criteria-bars";
import type { Answer } from "../registry";

/** What one's ring is worth now and until when, and how far the next one is. */
export function Standing({ me: { member, standing, merit } }: { me: Answer<"me.show"> }) {
  const { state, reasons, until, effectiveRing, ring } = standing;
  return (
    <section aria-labelledby="standing" className="card overflow-hidden">
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4 p-5">
        <RingShape ring={ring} className="size-10" />
        <div className="min-w-0 flex-1 basis-64">
          <h2 id="standing" className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <span className="sr-only">Your standing: </span>
            <RingBadge ring={ring} />
            <StandingBadge state={state} />
          </h2>
          <p className="mt-1.5 text-sm text-muted">
            {STANDINGS[state].says}
            {effectiveRing !== ring && ` You act as ${effectiveRing} now.`}
            {until && (
              <>
                {" "}
                It ends <Moment at={until} />, unless your sponsor grants more.
              </>
            )}
          </p>
          {reasons.length > 0 && (
            <ul className="mt-2 text-sm">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          {member.sponsor && (
            <p className="mt-2 text-sm text-muted">
              {member.sponsor.includes(" ") ? "You have a sponsor." : `Your sponsor is ${member.sponsor}.`}
            </p>
          )}
        </div>
      </div>
      {merit.next && (
        <div className="border-t border-line p-5">
          <h3 className="mb-1 flex flex-wrap items-center gap-x-2.5 font-semibold">
            On the way to <RingBadge ring={merit.next} />
          </h3>
          <p className="mb-4 max-w-[65ch] text-sm text-muted">
            When all of it is met, a nomination opens by itself and others decide. You cannot apply, and need
            not.{" "}
            <Link href="/docs/rings" className="link">
              How one climbs
            </Link>
          </p>
          <div className="max-w-xl">
            <CriteriaBars criteria={merit.criteria} />
          </div>
        </div>
      )}
    </section>
  );
}

import type { Answer } from "../registry";

type Session = Answer<"promotion.show">["evidence"]["sessions"][number];

const DAY = 86_400_000;
const STEP = 12;
const TALLEST = 6;

/** A dot a session, standing on its day: full where it ended cleanly, hollow where it did not. */
export function SessionDays({
  from,
  to,
  sessions,
}: {
  from: string;
  to: string;
  sessions: readonly Session[];
}) {
  const first = dayOf(from);
  const days = Math.max(1, dayOf(to) - first + 1);
  const byDay = new Map<number, Session[]>();
  for (const session of sessions) {
    if (!session.startedAt) continue;
    const day = dayOf(session.startedAt) - first;
    byDay.set(day, [...(byDay.get(day) ?? []), session]);
  }
  const tallest = Math.min(TALLEST, Math.max(2, ...[...byDay.values()].map(({ length }) => length)));
  const [width, height] = [days * STEP, tallest * STEP];
  return (
    <figure data-chart="session-days">
      <svg
        viewBox={`0 0 ${width} ${height + 4}`}
        role="img"
        aria-label={`${sessions.length} sessions on ${byDay.size} days between ${from.slice(0, 10)} and ${to.slice(0, 10)}`}
        className="block max-h-24 w-full"
        preserveAspectRatio="xMinYMax meet"
      >
        {[...byDay].map(([day, on]) =>
          on
            .slice(0, TALLEST)
            .map((session, place) => (
              <circle
                key={session.id}
                cx={day * STEP + STEP / 2}
                cy={height - place * STEP - STEP / 2}
                r="4"
                strokeWidth="1.6"
                className={
                  session.endedCleanly ? "fill-player stroke-player" : "fill-transparent stroke-danger"
                }
              />
            )),
        )}
        <path d={`M0,${height + 2}H${width}`} className="stroke-line" strokeWidth="1.5" />
      </svg>
      <figcaption className="mt-1 flex justify-between gap-4 text-xs text-muted tabular-nums">
        <span className="whitespace-nowrap">{shortDay(from)}</span>
        <span>
          {sessions.length} {sessions.length === 1 ? "session" : "sessions"} on {byDay.size} of {days} days
        </span>
        <span className="whitespace-nowrap">{shortDay(to)}</span>
      </figcaption>
    </figure>
  );
}

function dayOf(moment: string): number {
  return Math.floor(new Date(moment).getTime() / DAY);
}

function shortDay(moment: string): string {
  return new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}

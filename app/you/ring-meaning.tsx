import Link from "next/link";
import type { Ring } from "#registry/masque/ring";
import { RingBadge } from "../elements/ring-badge";
import type { Answer } from "../registry";
import { RING_MEANINGS } from "../rings/meanings";

const FROM_THE_CENTRE: Ring[] = ["admin", "player", "guest", "outsider"];

/** Where one stands among the four rings, centre first. */
export function RingMeaning({ standing }: { standing: Answer<"me.show">["standing"] }) {
  return (
    <section aria-labelledby="ring">
      <h2 id="ring" className="subtitle">
        Your ring
      </h2>
      <p className="mt-1 mb-4 max-w-[65ch] text-muted">
        A ring says what one is trusted with now. You see your own ring and what lies below it; what lies
        above does not exist for you.{" "}
        <Link href="/docs/rings" className="link">
          Rings, and how one climbs
        </Link>
      </p>
      <ol className="card divide-y divide-line overflow-hidden">
        {FROM_THE_CENTRE.map((ring) => {
          const here = ring === standing.effectiveRing;
          return (
            <li
              key={ring}
              aria-current={here || undefined}
              className="grid items-baseline gap-x-4 px-4 py-3 aria-[current=true]:bg-sunk aria-[current=true]:shadow-[inset_3px_0_0_var(--color-curtain)] sm:grid-cols-[7.5rem_minmax(0,1fr)_auto]"
            >
              <RingBadge ring={ring} />
              <span className={here ? "" : "text-muted"}>{RING_MEANINGS[ring]}</span>
              {here && <span className="text-sm font-medium">You are here</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import type { Answer } from "../registry";

type Session = Answer<"promotion.show">["evidence"]["sessions"][number];
type Rating = NonNullable<Session["ratings"]>[number];
export type RatingSymbol = NonNullable<Rating["symbol"]>;

/** What each rating says of somebody's contribution. */
export const RATINGS: Record<RatingSymbol, string> = {
  e: "exponential",
  "*": "multiplicative",
  "+": "additive",
  "-": "negative",
  "/": "dividing",
};

const ORDER = ["e", "*", "+", "-", "/"] as const;

/** How often others gave which rating: a bar a symbol. */
export function Ratings({ sessions }: { sessions: readonly Session[] }) {
  const counts = new Map<RatingSymbol, number>();
  for (const { ratings } of sessions) {
    for (const { symbol } of ratings ?? []) if (symbol) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const most = Math.max(...counts.values());
  return (
    <figure>
      <figcaption className="mb-2 text-sm">What others thought</figcaption>
      <dl data-chart="ratings" className="space-y-1 text-xs">
        {ORDER.map((symbol) => {
          const count = counts.get(symbol) ?? 0;
          return (
            <div key={symbol} className="grid grid-cols-[7.5rem_minmax(0,1fr)_2rem] items-center gap-2">
              <dt className="text-muted">
                <span className="key mr-1.5 font-semibold">{symbol}</span>
                {RATINGS[symbol]}
              </dt>
              <dd className="contents">
                <svg width="100%" height="8" aria-hidden="true" focusable="false">
                  <rect
                    width={`${((count / most) * 100).toFixed(1)}%`}
                    height="8"
                    rx="4"
                    className={symbol === "-" || symbol === "/" ? "fill-widening" : "fill-player"}
                  />
                </svg>
                <span className="text-right text-muted tabular-nums">{count}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </figure>
  );
}

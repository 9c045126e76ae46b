import type { Policy } from "../policy";
import type { MemberEvidence, ObservedRating, ObservedSession } from "./evidence";

/** A rating that counts: somebody else's, of a session that counts. */
export interface CountedRating extends ObservedRating {
  readonly party: string;
  readonly masque: string;
}

/** Ratings of these sessions by others than the member's own party. */
export function countedRatings(
  { ratings }: MemberEvidence,
  sessions: readonly ObservedSession[],
  own: string,
  partyOf: (memberId: string) => string,
): CountedRating[] {
  return sessions.flatMap(({ sessionId, masque }) => {
    const given = [...(ratings.get(sessionId)?.values() ?? [])];
    return given
      .map((rating) => ({ ...rating, masque, party: partyOf(rating.raterId) }))
      .filter(({ party }) => party !== own);
  });
}

/** What a rating is worth: negative where it costs. */
export function worthOf({ symbol }: Pick<ObservedRating, "symbol">, { points, costs }: Policy): number {
  return symbol === "-" || symbol === "/" ? -costs[symbol] : points[symbol];
}

/**
 * The points of merit in these ratings. Of all points given, one rater and one masque account for no more than their
 * shares; what costs, costs in full.
 */
export function pointsOf(ratings: readonly CountedRating[], policy: Policy): number {
  const byRater = new Map<string, number>();
  const byMasque = new Map<string, number>();
  let [given, lost] = [0, 0];
  for (const rating of ratings) {
    const worth = worthOf(rating, policy);
    if (worth <= 0) {
      lost -= worth;
      continue;
    }
    given += worth;
    byRater.set(rating.party, (byRater.get(rating.party) ?? 0) + worth);
    byMasque.set(rating.masque, (byMasque.get(rating.masque) ?? 0) + worth);
  }
  const within = (sums: ReadonlyMap<string, number>, share: number) =>
    [...sums.values()].reduce((sum, one) => sum + Math.min(one, share * given), 0);
  const counted = Math.min(within(byRater, policy.shares.rater), within(byMasque, policy.shares.masque));
  return Math.round((counted - lost) * 100) / 100;
}

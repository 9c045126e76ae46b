import type { Ring } from "#registry/masque/ring";
import type { Store } from "#registry/store/open";
import type {
  Ledger,
  MemberEvidence,
  ObservedRating,
  ObservedSession,
  ObservedViolation,
  RatingSymbol,
} from "./evidence";

interface Sheet extends MemberEvidence {
  readonly sessions: Map<string, ObservedSession>;
  readonly ratings: Map<string, Map<string, ObservedRating>>;
  readonly violations: ObservedViolation[];
}

const NOTHING: MemberEvidence = { sessions: new Map(), ratings: new Map(), violations: [] };

export function createLedger(): Ledger {
  const sheets = new Map<string, Sheet>();
  const sheetOf = (memberId: string): Sheet => {
    const known = sheets.get(memberId);
    if (known) return known;
    const sheet: Sheet = { sessions: new Map(), ratings: new Map(), violations: [] };
    sheets.set(memberId, sheet);
    return sheet;
  };
  return {
    of: (memberId) => sheets.get(memberId) ?? NOTHING,
    addSession(session) {
      const { sessions } = sheetOf(session.memberId);
      if (!sessions.has(session.sessionId)) sessions.set(session.sessionId, session);
    },
    addRating(memberId, rating) {
      const { ratings } = sheetOf(memberId);
      const given = ratings.get(rating.sessionId) ?? new Map<string, ObservedRating>();
      ratings.set(rating.sessionId, given.set(rating.raterId, rating));
    },
    addViolation(memberId, violation) {
      sheetOf(memberId).violations.push(violation);
    },
  };
}

/** Reads what was observed since a moment; older rows count for nothing any more. */
export async function loadLedger(ledger: Ledger, { reader }: Store, since: Date): Promise<void> {
  const rows = await reader.evidence.findMany({ where: { at: { gt: since } }, orderBy: { seq: "asc" } });
  for (const row of rows) {
    const { memberId, sessionId, raterId, at } = row;
    if (row.kind === "session" && sessionId) {
      ledger.addSession({
        sessionId,
        memberId,
        masque: row.masque ?? "",
        ring: row.ring as Ring,
        task: row.task ?? "",
        startedAt: row.startedAt ?? at,
        endedCleanly: row.endedCleanly ?? false,
        public: row.public ?? false,
      });
    } else if (row.kind === "rating" && sessionId && raterId) {
      ledger.addRating(memberId, { sessionId, raterId, symbol: row.symbol as RatingSymbol, at });
    } else if (row.kind === "violation") ledger.addViolation(memberId, { at, detail: row.detail ?? "" });
  }
}

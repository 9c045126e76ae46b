import type { Code } from "#registry/errors";

/** What each code means to who calls. Every problem's `type` leads here. */
const MEANINGS: Record<Code | "internal", string> = {
  invalid: "The request or the file in it does not fit its schema; `errors` names every place.",
  unauthenticated: "Who you are is not known: no token, or one that is unknown, expired or revoked.",
  forbidden: "You are known and may not do this.",
  "forbidden.intent": "The stated intent is not what this masque may be worn for.",
  "forbidden.standing": "You do not qualify at this moment; your standing says why.",
  "forbidden.presence": "A person has to be there: confirm your password in the browser first.",
  not_found: "Nothing has this address, or nothing that you may see. The two are not told apart.",
  conflict: "What stands there already does not allow it.",
  "conflict.name": "The name is taken, by whomever.",
  "conflict.version": "The version is published with other content, and a version never changes.",
  "conflict.idempotency": "This Idempotency-Key was used for another request.",
  gone: "The version was revoked; only its tombstone is left.",
  too_large: "The body is larger than what is read.",
  unprocessable: "It is well-formed and means something that cannot be.",
  "unprocessable.unpinned": "Assuming needs an exact version, not one that moves.",
  "unprocessable.intent_missing": "Nothing is assumed without a stated intent.",
  rate_limited: "Too many requests; `Retry-After` says when to go on.",
  unavailable: "Something the registry depends on does not answer now; try again.",
  internal: "The registry failed. The fault is logged; nothing was half-written.",
};

/** All error codes, each to be linked to. */
export function Errors() {
  return (
    <section id="errors" aria-labelledby="errors-title" className="scroll-mt-8">
      <h2 id="errors-title" className="subtitle mb-3">
        Errors
      </h2>
      <dl className="card divide-y divide-line">
        {Object.entries(MEANINGS).map(([code, meaning]) => (
          <div
            key={code}
            id={code}
            className="grid scroll-mt-8 gap-x-6 px-4 py-2.5 text-sm target:bg-sunk sm:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <dt className="font-mono">{code}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

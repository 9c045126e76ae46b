import { Refusal } from "#registry/errors";
import { RINGS } from "#registry/masque/ring";
import { operation } from "#registry/operation";
import { partyOf } from "../facts";
import { doneShape } from "../shapes";
import { SYMBOLS } from "./evidence";

const id = { type: "string", minLength: 1, maxLength: 64 } as const;
const time = { type: "string", maxLength: 40 } as const;

/** Writes down what was observed. Only the registry itself observes: nobody reports on themselves. */
export const recordEvidence = operation({
  name: "evidence.record",
  effect: "write",
  scope: "decide",
  summary: "Records an observed session, rating or violation of a member.",
  input: {
    type: "object",
    required: ["member"],
    additionalProperties: false,
    minProperties: 2,
    maxProperties: 2,
    properties: {
      /** The id of the member of whom this was observed. */
      member: id,
      session: {
        type: "object",
        required: ["id", "masque", "ring", "task", "startedAt", "endedCleanly", "public"],
        additionalProperties: false,
        properties: {
          id,
          masque: { type: "string", maxLength: 200 },
          ring: { type: "string", enum: RINGS },
          task: { type: "string", maxLength: 4000 },
          startedAt: time,
          endedCleanly: { type: "boolean" },
          public: { type: "boolean" },
        },
      },
      rating: {
        type: "object",
        required: ["session", "rater", "symbol"],
        additionalProperties: false,
        properties: { session: id, rater: id, symbol: { type: "string", enum: SYMBOLS }, at: time },
      },
      violation: {
        type: "object",
        required: ["detail"],
        additionalProperties: false,
        properties: { detail: { type: "string", maxLength: 1000 }, at: time },
      },
    },
  },
  output: doneShape,
  authorize({ actor }) {
    if (actor.kind === "registry") return;
    throw new Refusal("forbidden", "Evidence is what the registry observed, not what anybody reports.");
  },
  async run(context, { member: memberId, session, rating, violation }) {
    const { ledger, society, docket } = context.runtime;
    const facts = society.find(memberId);
    if (!facts) throw new Refusal("not_found", `No member has the id ${memberId}.`);
    const subject = { member: memberId, ring: facts.ring };
    const write = (data: object) =>
      context.commit(subject, (tx) => tx.evidence.create({ data: data as never }));
    if (session) {
      const { id: sessionId, ...rest } = session;
      if (ledger.of(memberId).sessions.has(sessionId)) return {};
      const observed = { sessionId, memberId, ...rest, startedAt: timeOf(session.startedAt, context.now) };
      await write({ kind: "session", ...observed, at: observed.startedAt });
      ledger.addSession(observed);
    }
    if (rating) {
      const rater = society.find(rating.rater);
      if (!rater || partyOf(rater) === partyOf(facts)) {
        throw new Refusal(
          "forbidden",
          "A session is rated by others: not by its wearer, their operator or agents.",
        );
      }
      const { session: sessionId, rater: raterId, symbol } = rating;
      const given = { sessionId, raterId, symbol, at: timeOf(rating.at, context.now) };
      await write({ kind: "rating", memberId, ...given });
      ledger.addRating(memberId, given);
    }
    if (violation) {
      const seen = { detail: violation.detail, at: timeOf(violation.at, context.now) };
      await write({ kind: "violation", memberId, ...seen });
      ledger.addViolation(memberId, seen);
    }
    docket.review(memberId);
    return {};
  },
});

function timeOf(text: string | undefined, now: Date): Date {
  const moment = text === undefined ? now : new Date(text);
  if (!Number.isNaN(moment.getTime()) && moment <= now) return moment;
  throw new Refusal("unprocessable", `This is no time that has passed: ${text}.`);
}

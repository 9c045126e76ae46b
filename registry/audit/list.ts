import { Refusal } from "#registry/errors";
import { RINGS, rank } from "#registry/masque/ring";
import { type Context, operation } from "#registry/operation";
import { countEntries, type EntryFilter, type EntryRow, listEntries } from "#registry/store/audit";

const PAGE = 50;
const LARGEST_PAGE = 100;
const OUTCOMES = ["done", "refused", "failed"] as const;
/** Actors that are no members. */
const ACTORS = ["outsider", "repository", "registry"];
const text = { type: "string" } as const;

/** What happened, as one entry of the trail tells it. */
const entryShape = {
  type: "object",
  required: ["ring", "at", "actor", "operation", "outcome"],
  properties: {
    ring: { type: "string", enum: RINGS },
    at: { type: "string", format: "date-time" },
    actor: text,
    operation: text,
    subject: text,
    digest: text,
    intent: text,
    outcome: { type: "string", enum: OUTCOMES },
    code: text,
  },
} as const;

export const listAudit = operation({
  name: "audit.list",
  effect: "read",
  scope: "read",
  summary: "Lists what was done and what was refused in the rings that yours may see, newest first.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      ring: { type: "string", enum: RINGS },
      actor: { type: "string", maxLength: 64 },
      masque: { type: "string", maxLength: 200 },
      outcome: { type: "string", enum: OUTCOMES },
      limit: { type: "integer", minimum: 1 },
      cursor: { type: "string", maxLength: 20 },
    },
  },
  output: {
    type: "object",
    required: ["items", "next"],
    properties: { items: { type: "array", items: entryShape }, next: { type: ["string", "null"] } },
  },
  async run(context, { ring, actor, masque, outcome, limit = PAGE, cursor }) {
    const { reader } = context.runtime.store;
    const rings = RINGS.filter(
      (one) => rank(one) <= rank(context.ring) && (ring === undefined || one === ring),
    );
    const filter: EntryFilter = {
      rings,
      actor: actor === undefined ? undefined : idOf(context, actor),
      masque,
      outcome,
    };
    // Places count from the oldest entry that this viewer sees: nothing is said of the others, and what is added
    // meanwhile moves nobody's place.
    const end = cursor === undefined ? await countEntries(reader, filter) : placeOf(cursor);
    const start = Math.max(0, end - Math.min(limit, LARGEST_PAGE));
    const rows = await listEntries(reader, filter, { skip: start, take: end - start });
    return {
      items: rows.reverse().map((row) => toEntry(context, row)),
      next: start > 0 ? String(start) : null,
    };
  },
});

function placeOf(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Refusal("invalid", "This cursor leads nowhere here. Begin the list again without one.");
}

/** How the trail names an actor: members by id, whom the viewer names by handle, and the rest by kind. */
function idOf({ runtime, ring }: Context, actor: string): string {
  const member = runtime.people.findByHandle(actor);
  if (member && rank(member.ring) <= rank(ring)) return member.id;
  return ACTORS.includes(actor) ? actor : "";
}

function toEntry(context: Context, row: EntryRow) {
  const { ring, at, operation: name, subject, digest, intent, outcome, code } = row;
  return {
    ring: ring as (typeof RINGS)[number],
    at: at.toISOString(),
    actor: shown(context, row.actor),
    operation: name,
    subject: subject === null ? undefined : shown(context, subject),
    digest: digest ?? undefined,
    intent: intent ?? undefined,
    outcome: outcome as (typeof OUTCOMES)[number],
    code: code ?? undefined,
  };
}

/** Members by handle; one who has risen above the viewer since is "an elder". What is no member stays as it is. */
function shown({ runtime, ring }: Context, name: string): string {
  const member = runtime.people.find(name);
  if (!member) return name;
  return rank(member.ring) <= rank(ring) ? member.handle : "an elder";
}

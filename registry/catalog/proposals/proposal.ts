import { notFound } from "#registry/errors";
import type { Definition } from "#registry/masque/definition";
import { readDefinition } from "#registry/masque/definition";
import { diffDefinitions } from "#registry/masque/diff/definitions";
import { type MasqueName, parseName } from "#registry/masque/name";
import { RINGS, type Ring } from "#registry/masque/ring";
import type { Version } from "#registry/masque/version";
import type { Context } from "#registry/operation";
import { sees, shownAs } from "#registry/rings/visibility";
import type { TypeOf } from "#registry/schema-type";
import { findProposal, type ProposalRow, type Seer } from "#registry/store/proposals";
import { baselineOf } from "../baseline";
import type { MasqueFacts } from "../facts";
import { mayApprove, needsOf, REASONS, widens } from "../gate";
import { diffShape, ringShape } from "../shapes";

const text = { type: "string" } as const;
const when = { type: "string", format: "date-time" } as const;

export const PROPOSAL_STATES = ["open", "approved", "disapproved", "superseded", "withdrawn"] as const;
export const DECISIONS = ["approve", "disapprove"] as const;

/** A proposal as its viewer may see it. */
export const proposalShape = {
  type: "object",
  required: [
    "id",
    "name",
    "version",
    "title",
    "ring",
    "digest",
    "message",
    "author",
    "state",
    "risk",
    "reasons",
    "needs",
    "decisions",
    "createdAt",
    "closedAt",
    "mayDecide",
    "mayWithdraw",
  ],
  properties: {
    id: text,
    name: text,
    version: text,
    title: text,
    ring: ringShape,
    digest: text,
    message: text,
    author: text,
    state: { type: "string", enum: PROPOSAL_STATES },
    risk: diffShape.properties.risk,
    reasons: { type: "array", items: { type: "string", enum: REASONS } },
    needs: {
      type: "object",
      required: ["approvals", "from"],
      properties: { approvals: { type: "integer" }, from: ringShape },
    },
    decisions: {
      type: "array",
      items: {
        type: "object",
        required: ["by", "decision", "digest", "reason", "at"],
        properties: {
          by: text,
          decision: { type: "string", enum: DECISIONS },
          digest: text,
          reason: text,
          at: when,
        },
      },
    },
    createdAt: when,
    closedAt: { type: ["string", "null"], format: "date-time" },
    mayDecide: { type: "boolean" },
    mayWithdraw: { type: "boolean" },
  },
} as const;

export type ProposalView = TypeOf<typeof proposalShape>;

/** What one viewer may see of proposals: those of rings up to their own, and those they made. */
export function seerOf({ actor, ring }: Pick<Context, "actor" | "ring">): Seer {
  return {
    rings: RINGS.filter((subject) => sees(ring, subject)),
    memberId: actor.kind === "member" ? actor.member.id : undefined,
  };
}

/** The proposal; `not_found` for hidden and absent ones alike. From then on the trail knows what it is about. */
export async function requireProposal(context: Context, id: string): Promise<ProposalRow> {
  const row = await findProposal(context.runtime.store.reader, seerOf(context), id);
  if (!row) throw notFound();
  context.about(subjectOf(row));
  return row;
}

/** What the trail says a proposal is about. */
export function subjectOf(row: Pick<ProposalRow, "masqueName" | "version" | "digest" | "ring">) {
  return { masque: row.masqueName, version: row.version, digest: row.digest, ring: row.ring as Ring };
}

/** What is proposed, read. Its form was checked when it was proposed. */
export function readProposed(row: ProposalRow): {
  name: MasqueName;
  version: Version;
  bytes: Buffer;
  definition: Definition;
} {
  const name = parseName(row.masqueName);
  const bytes = Buffer.from(row.source);
  const { definition } = readDefinition(bytes, { name });
  if (!definition) throw new Error(`The proposal ${row.id} was valid when it was made and no longer is.`);
  return { name, version: definition.version, bytes, definition };
}

/** The masque that this version would join, or joined, as far as the viewer sees it; undefined where it is the first. */
export function findBefore({ ring, runtime }: Context, row: ProposalRow): MasqueFacts | undefined {
  const masque = runtime.shelf.find(ring, row.masqueName as MasqueName);
  const before = masque?.versions.filter(
    ({ version, publishedAt }) =>
      version !== row.version && (row.closedAt === null || publishedAt <= row.closedAt),
  );
  return masque && before && before.length > 0 ? { ...masque, versions: before } : undefined;
}

/** The proposal before its viewer: who stands above them has no name, and risk is told by what they may see. */
export async function toProposal(context: Context, row: ProposalRow): Promise<ProposalView> {
  const { runtime, actor, ring } = context;
  const { definition } = readProposed(row);
  const before = findBefore(context, row);
  const baseline = before && baselineOf(before);
  const known = baseline && (await runtime.definitions(baseline)).definition;
  const { risk } = diffDefinitions(known ?? definition, definition);
  const isWider = baseline ? widens(risk) : before !== undefined;
  const memberId = actor.kind === "member" ? actor.member.id : undefined;
  const nameOf = (id: string) => {
    const member = runtime.people.find(id);
    if (!member) return "an elder";
    return id === memberId ? member.handle : shownAs(ring, member);
  };
  const decider = memberId === undefined ? undefined : runtime.society.find(memberId);
  const version = { authorId: row.authorId, ring: row.ring as Ring };
  const isOpen = row.state === "open";
  const said = row.reasons.split(" ");
  return {
    id: row.id,
    name: row.masqueName,
    version: row.version,
    title: row.title,
    ring: version.ring,
    digest: row.digest,
    message: row.message,
    author: nameOf(row.authorId),
    state: row.state as ProposalView["state"],
    risk,
    // A version that widens against one above the viewer does not widen for them.
    reasons: REASONS.filter((reason) => said.includes(reason) && (reason !== "widens" || isWider)),
    needs: needsOf(version.ring),
    decisions: row.decisions.map(({ memberId: by, decision, digest, reason, at }) => ({
      by: nameOf(by),
      decision: decision as "approve" | "disapprove",
      digest,
      reason,
      at: at.toISOString(),
    })),
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    mayDecide: isOpen && decider !== undefined && mayApprove(runtime, version, decider),
    mayWithdraw: isOpen && row.authorId === memberId,
  };
}

import type { Prisma, PrismaClient } from "#prisma/client";
import type { Ring } from "#registry/masque/ring";
import type { Transaction } from "./open";

type Reader = Pick<PrismaClient, "proposal">;

/** A proposal with what was decided on it, oldest first. */
const WHOLE = { decisions: { orderBy: { at: "asc" } } } as const;
export type ProposalRow = Prisma.ProposalGetPayload<{ include: typeof WHOLE }>;

/** Who asks: proposals of these rings, and the member's own. */
export interface Seer {
  readonly rings: readonly Ring[];
  readonly memberId?: string;
}

const seenBy = ({ rings, memberId }: Seer): Prisma.ProposalWhereInput => ({
  OR: [{ ring: { in: [...rings] } }, ...(memberId === undefined ? [] : [{ authorId: memberId }])],
});

export function findProposal(reader: Reader, seer: Seer, id: string): Promise<ProposalRow | null> {
  return reader.proposal.findFirst({ where: { id, ...seenBy(seer) }, include: WHOLE });
}

/** So many proposals, newest first, after the one whose id is `after`. */
export function listProposals(
  reader: Reader,
  seer: Seer,
  { state, masqueName, after, take }: { state?: string; masqueName?: string; after?: string; take: number },
): Promise<ProposalRow[]> {
  return reader.proposal.findMany({
    where: { state, masqueName, ...seenBy(seer) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
    take,
    include: WHOLE,
  });
}

/** One author's proposals of one version. */
export interface Own {
  readonly masqueName: string;
  readonly version: string;
  readonly authorId: string;
}

/** The newest that this author made of these very bytes. */
export function findSameProposal(reader: Reader, own: Own, digest: string): Promise<ProposalRow | null> {
  return reader.proposal.findFirst({
    where: { ...own, digest },
    orderBy: { createdAt: "desc" },
    include: WHOLE,
  });
}

export function insertProposal(
  tx: Transaction,
  data: Prisma.ProposalUncheckedCreateInput,
): Promise<ProposalRow> {
  return tx.proposal.create({ data, include: WHOLE });
}

/** Closes what this author has open of this version: something newer takes its place. */
export function supersedeProposals(tx: Transaction, own: Own, closedAt: Date): Promise<unknown> {
  return tx.proposal.updateMany({
    where: { ...own, state: "open" },
    data: { state: "superseded", closedAt },
  });
}

/** Closes an open proposal; false where somebody else was first. */
export async function closeProposal(
  tx: Transaction,
  id: string,
  state: "approved" | "disapproved" | "withdrawn",
  closedAt: Date,
): Promise<boolean> {
  const { count } = await tx.proposal.updateMany({ where: { id, state: "open" }, data: { state, closedAt } });
  return count === 1;
}

export async function insertDecision(
  tx: Transaction,
  data: Prisma.ProposalDecisionUncheckedCreateInput,
): Promise<void> {
  await tx.proposalDecision.create({ data });
}

import type { Prisma, PrismaClient } from "#prisma/client";
import type { Ring } from "#registry/masque/ring";

type Reader = Pick<PrismaClient, "auditEntry">;
export type EntryRow = Prisma.AuditEntryGetPayload<object>;

/** Which entries: of these rings, and by actor, masque and outcome where given. */
export interface EntryFilter {
  readonly rings: readonly Ring[];
  readonly actor?: string;
  readonly masque?: string;
  readonly outcome?: string;
}

const where = ({ rings, actor, masque, outcome }: EntryFilter): Prisma.AuditEntryWhereInput => ({
  ring: { in: [...rings] },
  actor,
  outcome,
  ...(masque !== undefined && { OR: [{ subject: masque }, { subject: { startsWith: `${masque}@` } }] }),
});

export function countEntries(reader: Reader, filter: EntryFilter): Promise<number> {
  return reader.auditEntry.count({ where: where(filter) });
}

/** Entries in the order in which they were written. */
export function listEntries(
  reader: Reader,
  filter: EntryFilter,
  place: { skip: number; take: number },
): Promise<EntryRow[]> {
  return reader.auditEntry.findMany({ where: where(filter), orderBy: { seq: "asc" }, ...place });
}

import { Prisma, type PrismaClient } from "#prisma/client";
import type { MasqueName } from "#registry/masque/name";
import type { Version } from "#registry/masque/version";
import type { Transaction } from "./open";

type Reader = Pick<PrismaClient, "version">;

const key = (masqueName: MasqueName, version: Version) => ({ masqueName_version: { masqueName, version } });

/** The resolved body of a version that is known to be there. */
export async function findBody(reader: Reader, name: MasqueName, version: Version): Promise<Buffer> {
  const row = await reader.version.findUniqueOrThrow({ where: key(name, version), select: { body: true } });
  return Buffer.from(row.body);
}

/** The exact bytes of a version's file. */
export async function findSource(reader: Reader, name: MasqueName, version: Version): Promise<Buffer> {
  const row = await reader.version.findUniqueOrThrow({ where: key(name, version), select: { source: true } });
  return Buffer.from(row.source);
}

const FACTS = {
  masqueName: true,
  version: true,
  declaredVersion: true,
  ring: true,
  digest: true,
  title: true,
  tagline: true,
  skills: true,
  tampered: true,
  degraded: true,
  authorId: true,
  publishedAt: true,
  tag: true,
  tagOid: true,
  commitOid: true,
  blobOid: true,
  masque: { select: { index: true } },
} as const;

/** What the shelf holds of a version. */
export type FactsRow = Prisma.VersionGetPayload<{ select: typeof FACTS }>;
export type WithdrawalRow = Prisma.WithdrawalGetPayload<object>;

/** Rows that are read at once where all are: a start takes little more memory than what it keeps. */
const PAGE = 2000;

/** Every version that stands, without its bytes; each masque's stand together. */
export async function* listFacts(reader: PrismaClient): AsyncGenerator<FactsRow, void, undefined> {
  let page: FactsRow[] = [];
  do {
    const last = page.at(-1);
    page = await reader.version.findMany({
      where: { state: "published" },
      select: FACTS,
      orderBy: [{ masqueName: "asc" }, { version: "asc" }],
      take: PAGE,
      ...(last && { cursor: key(last.masqueName as MasqueName, last.version as Version), skip: 1 }),
    });
    yield* page;
  } while (page.length === PAGE);
}

/** Every withdrawal, oldest first: the last one of a version counts. */
export function listWithdrawals(reader: PrismaClient): Promise<WithdrawalRow[]> {
  return reader.withdrawal.findMany({ orderBy: { seq: "asc" } });
}

const DECIDED = { ...FACTS, source: true, plan: true } as const;

/** A decision that is still to be carried out. */
export type PublishingRow = Prisma.VersionGetPayload<{ select: typeof DECIDED }>;

/** Versions, of one masque or of all, that are decided and not yet in the repository; oldest first. */
export function listPublishing(reader: PrismaClient, masqueName?: MasqueName): Promise<PublishingRow[]> {
  const where = { state: "publishing", masqueName };
  return reader.version.findMany({ where, select: DECIDED, orderBy: { publishedAt: "asc" } });
}

/** The rows of a decision to publish; `masque` and its first maintainer only where the name is new. */
export interface PublishingRows {
  readonly masque?: Prisma.MasqueUncheckedCreateInput;
  readonly maintainer?: Prisma.MaintainerUncheckedCreateInput;
  readonly version: Prisma.VersionUncheckedCreateInput;
  readonly lock: Prisma.TagLockUncheckedCreateInput;
}

/** Decides a publication, all or nothing. Throws a duplicate where name, index or version is taken meanwhile. */
export async function insertPublishing(tx: Transaction, rows: PublishingRows): Promise<void> {
  if (rows.masque) await tx.masque.create({ data: rows.masque });
  if (rows.maintainer) await tx.maintainer.create({ data: rows.maintainer });
  await tx.version.create({ data: rows.version });
  await tx.tagLock.create({ data: rows.lock });
}

/** The tag stands: the version is one. */
export async function markPublished(
  tx: Transaction,
  name: MasqueName,
  version: Version,
  tampered: boolean,
): Promise<void> {
  await tx.version.update({
    where: key(name, version),
    data: { state: "published", tampered, plan: Prisma.DbNull },
  });
}

/** The rows of tags that came by other ways. */
export interface AdoptedRows {
  readonly masques: Prisma.MasqueCreateManyInput[];
  readonly versions: Prisma.VersionCreateManyInput[];
  readonly locks: Prisma.TagLockCreateManyInput[];
  readonly quarantined: Prisma.QuarantineCreateManyInput[];
}

/** Adds adopted versions with their locks; a tag set aside before is judged anew. */
export async function insertAdopted(tx: Transaction, rows: AdoptedRows): Promise<void> {
  await tx.masque.createMany({ data: rows.masques });
  await tx.version.createMany({ data: rows.versions });
  await tx.tagLock.createMany({ data: rows.locks });
  const judged = [...rows.locks.map(({ tag }) => tag), ...rows.quarantined.map(({ tag }) => tag)];
  await tx.quarantine.deleteMany({ where: { tag: { in: judged } } });
  await tx.quarantine.createMany({ data: rows.quarantined });
}

/** Notes that a version's tag no longer leads where it is locked to, or does again. */
export async function setTampered(
  tx: Transaction,
  name: MasqueName,
  version: Version,
  tampered: boolean,
): Promise<void> {
  await tx.version.update({ where: key(name, version), data: { tampered } });
}

export async function insertWithdrawal(
  tx: Transaction,
  data: Prisma.WithdrawalUncheckedCreateInput,
): Promise<void> {
  await tx.withdrawal.create({ data });
}

/** Which of these tags the database has decided on, published or about to be. */
export async function findDecided(reader: PrismaClient, tags: string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < tags.length; from += 500) {
    const rows = await reader.version.findMany({
      where: { tag: { in: tags.slice(from, from + 500) } },
      select: { tag: true },
    });
    for (const { tag } of rows) found.add(tag);
  }
  return found;
}

export type LockRow = Prisma.TagLockGetPayload<object>;

/** The whole lock log, in its order. */
export function listLocks(reader: PrismaClient): Promise<LockRow[]> {
  return reader.tagLock.findMany({ orderBy: { seq: "asc" } });
}

/** Replaces the index rows of these versions. */
export async function replaceIndexRows(
  tx: Transaction,
  rows: Prisma.VersionCreateManyInput[],
): Promise<void> {
  await tx.version.deleteMany({ where: { tag: { in: rows.map(({ tag }) => tag) } } });
  await tx.version.createMany({ data: rows });
}

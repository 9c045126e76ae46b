import type { Definition } from "#registry/masque/definition";
import type { MasqueName } from "#registry/masque/name";
import type { Context } from "#registry/operation";
import { isDuplicate, type Transaction } from "#registry/store/open";
import { insertPublishing } from "#registry/store/versions";
import type { Author } from "./author";
import { carryOut } from "./carry-out";
import type { VersionFacts } from "./facts";
import { findPublished } from "./find-published";
import { freeIndex } from "./free-index";
import { composePublication, type Publication } from "./publication";
import { publishingRows } from "./rows";

/** A version to be, in whose name, and on whose word. */
export interface Release {
  readonly name: MasqueName;
  readonly definition: Definition;
  readonly bytes: Buffer;
  readonly message: string;
  readonly author: Author;
  /** Who approved it, by their opaque ids. */
  readonly approvers: readonly string[];
  /** It should have been approved, and there was nobody to ask. */
  readonly degraded: boolean;
}

/** What came of it. `unchanged`: these very bytes stood there already, and nothing was written. */
export interface Released {
  readonly outcome: "published" | "unchanged";
  readonly facts: VersionFacts;
  /** What the registry changed or wants known, such as an index that was not free. */
  readonly notes: string[];
}

const ATTEMPTS = 8;

/**
 * Publishes: one transaction decides, together with whatever else belongs to that decision, and Git then carries it
 * out. Every version that does not come as a tag comes this way.
 */
export async function releaseVersion(
  context: Context,
  release: Release,
  alongside: (tx: Transaction) => Promise<unknown>,
): Promise<Released> {
  const { name, definition, bytes, author } = release;
  for (let attempt = 1; ; attempt++) {
    const standing = await findPublished(context.runtime, name, definition.version, bytes);
    if (standing) return { outcome: "unchanged", facts: standing, notes: [] };
    const { publication, index, isNew } = await prepare(context, release, attempt);
    try {
      const { facts } = publication;
      const subject = { masque: name, version: facts.version, digest: facts.digest, ring: facts.ring };
      const founder = author.isMember ? author.id : undefined;
      const rows = publishingRows(publication, isNew ? { index, founder } : undefined);
      await context.commit(subject, async (tx) => {
        await alongside(tx);
        await insertPublishing(tx, rows);
      });
    } catch (error) {
      if (isDuplicate(error) && attempt < ATTEMPTS) continue;
      throw error;
    }
    const facts = await carryOut(context.runtime, publication, index);
    return { outcome: "published", facts, notes: indexNotes(definition, index) };
  }
}

async function prepare(
  { runtime, now }: Context,
  { author, ...release }: Release,
  attempt: number,
): Promise<{ publication: Publication; index: number; isNew: boolean }> {
  const { name, definition } = release;
  const known = await runtime.store.reader.masque.findUnique({ where: { name }, select: { index: true } });
  const index = known?.index ?? (await freeIndex(runtime.store.reader, definition.index, attempt));
  const earlier = runtime.shelf.find(definition.ring, name);
  const publication = composePublication({ ...release, index, earlier, authorId: author.id, at: now });
  return { publication, index, isNew: known === null };
}

function indexNotes({ index: stated }: Definition, index: number): string[] {
  if (stated === undefined || stated === index) return [];
  return [`The file states index ${stated}; this masque's index is ${index} and stays so.`];
}

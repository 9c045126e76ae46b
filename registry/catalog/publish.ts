import { randomInt } from "node:crypto";
import { actorName } from "#registry/actor";
import { Refusal } from "#registry/errors";
import type { Definition } from "#registry/masque/definition";
import { type MasqueName, parseName } from "#registry/masque/name";
import { rank } from "#registry/masque/ring";
import { type Context, operation } from "#registry/operation";
import { isDuplicate } from "#registry/store/open";
import { findSource, insertPublishing } from "#registry/store/versions";
import { carryOut } from "./carry-out";
import type { GitFacts, VersionFacts } from "./facts";
import { mayMaintain, requireSignedIn } from "./maintainers";
import { composePublication, digestOf, type Publication } from "./publication";
import { readMasque } from "./read-masque";
import { finishPublications } from "./recover";
import { publishingRows } from "./rows";
import { gitShape } from "./shapes";
import { LARGEST_INPUT, toBytes } from "./validate";

export interface Published {
  readonly outcome: "published" | "unchanged";
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly git: GitFacts;
  /** What the registry changed or wants known, such as an index that was not free. */
  readonly notes: string[];
}

/** How far apart two masques' indexes may lie: random steps, so that a gap does not betray a hidden masque. */
const INDEX_STEP = 16;
/** The largest index: what the schema admits and the database holds. */
export const LARGEST_INDEX = 2 ** 31 - 1;
const ATTEMPTS = 8;

/** Adds a version of a masque: one commit, one tag. A tag, once written, never moves. */
export const publishMasque = operation({
  name: "masque.publish",
  effect: "write",
  scope: "publish",
  summary: "Publishes a version of a masque. The same bytes again change nothing; other bytes are refused.",
  input: {
    type: "object",
    required: ["name", "source"],
    additionalProperties: false,
    properties: {
      name: { type: "string", maxLength: 200 },
      source: { type: "string", maxLength: LARGEST_INPUT },
      message: { type: "string", maxLength: 2000 },
    },
  },
  output: {
    type: "object",
    required: ["outcome", "name", "version", "digest", "git", "notes"],
    properties: {
      outcome: { type: "string", enum: ["published", "unchanged"] },
      name: { type: "string" },
      version: { type: "string" },
      digest: { type: "string" },
      git: gitShape,
      notes: { type: "array", items: { type: "string" } },
    },
  },
  authorize: (context) => requireSignedIn(context),
  run(context, { name, source, message = "" }): Promise<Published> {
    const parsed = parseName(name);
    return context.runtime.inTurn(parsed, () => publish(context, parsed, toBytes(source), message));
  },
});

async function publish(
  context: Context,
  name: MasqueName,
  bytes: Buffer,
  message: string,
): Promise<Published> {
  const { definition, errors } = await readMasque(bytes, { name });
  if (!definition) throw new Refusal("invalid", "This is not a valid masque. Nothing was published.", errors);
  await finishPublications(context.runtime, name);
  await requireAuthor(context, name, definition);
  for (let attempt = 1; ; attempt++) {
    const standing = await findStanding(context, name, definition, bytes);
    if (standing) return answer("unchanged", standing, []);
    const { publication, index, isNew } = await prepare(context, name, definition, bytes, message);
    try {
      const { facts } = publication;
      const subject = { masque: name, version: facts.version, digest: facts.digest, ring: facts.ring };
      const rows = publishingRows(publication, isNew ? { index, founder: maintainerId(context) } : undefined);
      await context.commit(subject, (tx) => insertPublishing(tx, rows));
    } catch (error) {
      if (isDuplicate(error) && attempt < ATTEMPTS) continue;
      throw error;
    }
    const facts = await carryOut(context.runtime, publication, index);
    return answer("published", facts, indexNotes(definition, index));
  }
}

function answer(
  outcome: Published["outcome"],
  { name, version, digest, git }: VersionFacts,
  notes: string[],
): Published {
  return { outcome, name, version, digest, git, notes };
}

/** A name that is taken says only that, whoever holds it; a version asks for the ring it will stand in. */
async function requireAuthor(context: Context, name: MasqueName, { ring }: Definition): Promise<void> {
  const { runtime } = context;
  if (rank(context.ring) === 0) {
    throw new Refusal(
      "forbidden",
      "Outsiders publish nothing. Take part first: rings are climbed one at a time.",
    );
  }
  const isTaken = (await runtime.store.reader.masque.count({ where: { name } })) > 0;
  if (isTaken && !runtime.shelf.find(context.ring, name)) {
    throw new Refusal("conflict.name", "This name is taken. Choose another.");
  }
  if (isTaken && !(await mayMaintain(context, name))) {
    throw new Refusal(
      "forbidden",
      `Only the maintainers of ${name} publish new versions of it. Ask one of them to add you.`,
    );
  }
  if (rank(context.ring) < rank(ring)) {
    throw new Refusal(
      "forbidden",
      `You act as ${context.ring}; a masque of ring ${ring} is published from there or above.`,
    );
  }
}

/** The version that already stands there, when it is the same to the byte; refuses other bytes, always. */
async function findStanding(
  { runtime }: Context,
  name: MasqueName,
  { version }: Definition,
  bytes: Buffer,
): Promise<VersionFacts | undefined> {
  const facts = runtime.shelf.findVersion("admin", name, version);
  if (!facts) return undefined;
  const same =
    facts.digest === digestOf(bytes) && bytes.equals(await findSource(runtime.store.reader, name, version));
  if (same) return facts;
  throw new Refusal(
    "conflict.version",
    `${name}@${version} is published with other content, and a version never changes. Raise the version and publish again.`,
  );
}

async function prepare(
  { actor, runtime, now }: Context,
  name: MasqueName,
  definition: Definition,
  bytes: Buffer,
  message: string,
): Promise<{ publication: Publication; index: number; isNew: boolean }> {
  const known = await runtime.store.reader.masque.findUnique({ where: { name }, select: { index: true } });
  const index = known?.index ?? (await freeIndex(runtime.store.reader, definition.index));
  const earlier = runtime.shelf.find(definition.ring, name);
  const authorId = actorName(actor);
  const given = { name, index, definition, bytes, earlier, authorId, at: now, message };
  return { publication: composePublication(given), index, isNew: known === null };
}

/** The index that a new masque gets: the one it states where that is free, a random step beyond the last otherwise. */
export async function freeIndex(
  reader: Context["runtime"]["store"]["reader"],
  stated: number | undefined,
): Promise<number> {
  if (stated !== undefined && (await reader.masque.count({ where: { index: stated } })) === 0) return stated;
  const { _max } = await reader.masque.aggregate({ _max: { index: true } });
  const next = (_max.index ?? 0) + randomInt(1, INDEX_STEP + 1);
  if (next <= LARGEST_INDEX) return next;
  // Somebody stated a number at the very end: then any that is free will do.
  for (;;) {
    const any = randomInt(1, LARGEST_INDEX);
    if ((await reader.masque.count({ where: { index: any } })) === 0) return any;
  }
}

function indexNotes({ index: stated }: Definition, index: number): string[] {
  if (stated === undefined || stated === index) return [];
  return [`The file states index ${stated}; this masque's index is ${index} and stays so.`];
}

function maintainerId({ actor }: Context): string | undefined {
  return actor.kind === "member" ? actor.member.id : undefined;
}

import { readVersions } from "#registry/git/read-versions";
import type { GitVersion } from "#registry/git/version";
import type { MasqueName } from "#registry/masque/name";
import { type Context, operation } from "#registry/operation";
import { findDecided, insertAdopted } from "#registry/store/versions";
import { composeBody } from "./body";
import type { VersionFacts } from "./facts";
import { freeIndex, LARGEST_INDEX } from "./free-index";
import { requireRepository } from "./guard";
import { DEGRADED, digestOf, factsOf, type Publication } from "./publication";
import { readMasque } from "./read-masque";
import { lockRow, versionRow } from "./rows";

type Adopted = Pick<Publication, "facts" | "bytes" | "body"> & { index: number; isNew: boolean };
type Unfit = { tag: string; tagOid: string; reason: string };

/** What times of four digits can say; Git's can say more. */
const LAST_YEAR = 9999;

/** So many are put on record at once: enough to be quick, few enough to answer requests in between. */
const HELPING = 250;

/** Takes in tags that came into the repository by other ways, under the same rules of form; quarantines the rest. */
export const adoptMasque = operation({
  name: "masque.adopt",
  effect: "write",
  scope: "publish",
  summary: "Takes tags that were pushed into the repository into the catalogue.",
  input: {
    type: "object",
    required: ["tags"],
    additionalProperties: false,
    properties: {
      tags: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          required: ["tag", "oid"],
          additionalProperties: false,
          properties: { tag: { type: "string" }, oid: { type: "string" } },
        },
      },
    },
  },
  output: {
    type: "object",
    required: ["adopted", "quarantined"],
    properties: { adopted: { type: "integer" }, quarantined: { type: "integer" } },
  },
  authorize: requireRepository,
  run: (context, { tags }) => context.runtime.inTurn("tags to adopt", () => adopt(context, tags)),
});

async function adopt(context: Context, tags: { tag: string; oid: string }[]) {
  const { store, repository } = context.runtime;
  const decided = await findDecided(
    store.reader,
    tags.map(({ tag }) => tag),
  );
  const unknown = tags.filter(({ tag }) => !decided.has(tag));
  const taken = { adopted: 0, quarantined: 0 };
  let adopted: Adopted[] = [];
  let unfit: Unfit[] = [];
  const indexes = new Map<MasqueName, number>();
  const take = async () => {
    await takeIn(context, adopted, unfit);
    taken.adopted += adopted.length;
    taken.quarantined += unfit.length;
    [adopted, unfit] = [[], []];
    indexes.clear();
  };
  for await (const { tag, tagOid, version, problem } of readVersions(repository, unknown)) {
    const examined = problem ? problem.message : await examine(context, version, indexes);
    if (typeof examined === "string") unfit.push({ tag, tagOid, reason: examined });
    else adopted.push(examined);
    if (adopted.length + unfit.length >= HELPING) await take();
  }
  if (adopted.length + unfit.length > 0) await take();
  return taken;
}

/** Puts on record what was examined, all of it or nothing. */
async function takeIn(
  { runtime, now, commit }: Context,
  adopted: readonly Adopted[],
  unfit: readonly Unfit[],
): Promise<void> {
  const subjects = [
    ...adopted.map(({ facts }) => ({
      masque: facts.name,
      version: facts.version,
      digest: facts.digest,
      ring: facts.ring,
    })),
    ...unfit.map(({ tag }) => ({ masque: tag.slice(0, 200), ring: "admin" as const })),
  ];
  await commit(subjects, (tx) =>
    insertAdopted(tx, {
      masques: adopted
        .filter(({ isNew }) => isNew)
        .map(({ facts, index }) => ({ name: facts.name, index, createdAt: facts.publishedAt })),
      versions: adopted.map((one) => ({ ...versionRow(one), state: "published" })),
      locks: adopted.map(({ facts }) => lockRow(facts)),
      quarantined: unfit.map((one) => ({ ...one, at: now })),
    }),
  );
  for (const { facts, index } of adopted) runtime.shelf.put(index, facts);
  for (const one of unfit)
    runtime.log.warn(one, "a tag in the repository is no version of a masque; it is set aside");
}

/** What a tag would be as a version, or why it is none. */
async function examine(
  { runtime }: Context,
  found: GitVersion,
  indexes: Map<MasqueName, number>,
): Promise<Adopted | string> {
  const { definition, errors } = await readMasque(found.bytes, { name: found.name });
  if (!definition) {
    const [first] = errors;
    return `Its file is not a valid masque: ${first?.path ?? ""} ${first?.message ?? ""} (line ${first?.line ?? "?"})`;
  }
  if (found.tagger.at.getUTCFullYear() > LAST_YEAR) {
    return `The tag says that it was made after the year ${LAST_YEAR}. Set the clock and tag again.`;
  }
  if (definition.version !== found.version) {
    return `The tag says ${found.version} and the file says ${definition.version}. Make them agree.`;
  }
  const { index, isNew } = await indexOf(runtime, found, definition.index, indexes);
  const facts: VersionFacts = factsOf(found.name, definition, {
    digest: digestOf(found.bytes),
    degraded: found.message.trailers[DEGRADED] === "true",
    publishedAt: found.tagger.at,
    authorId: undefined,
    git: { tag: found.tag, tagOid: found.tagOid, commit: found.commit, blob: found.blob },
  });
  return { facts, bytes: found.bytes, index, isNew, body: composeBody(facts, index, definition) };
}

/** A known masque keeps its index; a new one gets what its tag or file states, where nobody has it. */
async function indexOf(
  { store }: Context["runtime"],
  { name, message }: GitVersion,
  stated: number | undefined,
  given: Map<MasqueName, number>,
): Promise<{ index: number; isNew: boolean }> {
  const earlier = given.get(name);
  if (earlier !== undefined) return { index: earlier, isNew: false };
  const known = await store.reader.masque.findUnique({ where: { name }, select: { index: true } });
  if (known) {
    given.set(name, known.index);
    return { index: known.index, isNew: false };
  }
  const trailer = Number(message.trailers["Masque-Index"]);
  const wanted = Number.isInteger(trailer) && trailer >= 1 && trailer <= LARGEST_INDEX ? trailer : stated;
  const free = await freeIndex(store.reader, wanted);
  const taken = new Set(given.values());
  const index = taken.has(free) ? Math.max(free, ...taken) + 1 : free;
  given.set(name, index);
  return { index, isNew: true };
}

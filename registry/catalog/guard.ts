import { Refusal } from "#registry/errors";
import { keepLocked } from "#registry/git/keep";
import { findTag } from "#registry/git/layout";
import { type Context, operation } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { findSource, setTampered } from "#registry/store/versions";
import type { VersionFacts } from "./facts";

/** Only the repository speaks of its tags. */
export function requireRepository({ actor }: Pick<Context, "actor">): void {
  if (actor.kind === "repository") return;
  throw new Refusal("forbidden", "Only the repository itself reports what happened to its tags.");
}

/**
 * Compares where a locked tag points now with where it is locked to. Moved or gone: an alarm, and the locked bytes
 * keep being served. Back where it belongs: the alarm ends. Both are on record.
 */
export const guardTag = operation({
  name: "masque.guard",
  effect: "write",
  scope: "publish",
  summary: "Reports where a published tag points now.",
  input: {
    type: "object",
    required: ["tag"],
    additionalProperties: false,
    properties: { tag: { type: "string" }, oid: { type: "string" } },
  },
  output: { type: "object", required: ["tampered"], properties: { tampered: { type: "boolean" } } },
  authorize: requireRepository,
  async run(context, { tag, oid }) {
    const { runtime } = context;
    const named = findTag(tag);
    if (!named) throw new Refusal("not_found", `No version is locked to the tag ${tag}.`);
    // In turn with whatever else changes what is known of this masque's versions.
    return runtime.inTurn(named.name, async () => {
      const facts = runtime.shelf.findVersion("admin", named.name, named.version);
      const index = runtime.shelf.find("admin", named.name)?.index;
      if (!facts || index === undefined)
        throw new Refusal("not_found", `No version is locked to the tag ${tag}.`);
      const tampered = oid !== facts.git.tagOid;
      if (facts.tampered === tampered) return { tampered };
      if (tampered) await keepBytes(runtime, facts);
      const { name, version, digest } = facts;
      await context.commit({ masque: name, version, digest, ring: "admin" }, (tx) =>
        setTampered(tx, name, version, tampered),
      );
      runtime.shelf.put(index, { ...facts, tampered });
      const report = { tag, locked: facts.git.tagOid, found: oid ?? null };
      if (tampered)
        runtime.log.error(report, "a published tag was moved or deleted; its locked bytes keep being served");
      else runtime.log.info(report, "a moved tag is back where it belongs");
      return { tampered };
    });
  },
});

/** Holds the locked objects in the repository, writing the file again where even that is gone. */
export async function keepBytes(
  { repository, store, log }: Runtime,
  { name, version, git }: VersionFacts,
): Promise<void> {
  const bytes = await findSource(store.reader, name, version);
  const { tagOid, commit } = git;
  const { lost } = await keepLocked(repository, { name, version, tagOid, commit, bytes });
  if (lost.length > 0)
    log.error({ tag: git.tag, lost }, "objects of a locked version are gone from the repository");
}

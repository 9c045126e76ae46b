import path from "node:path";
import { Refusal } from "#registry/errors";
import { writePublication } from "#registry/git/write";
import type { Runtime } from "#registry/runtime";
import { markPublished } from "#registry/store/versions";
import type { VersionFacts } from "./facts";
import { keepBytes } from "./guard";
import type { Publication } from "./publication";

/**
 * Writes into Git what the database has decided, then says so and puts the version on the shelf. Cut short anywhere
 * and done again it ends the same, which is how a start finishes what a crash left (recover.ts).
 */
export async function carryOut(
  runtime: Runtime,
  { plan, facts }: Pick<Publication, "plan" | "facts">,
  index: number,
): Promise<VersionFacts> {
  const outcome = await writePublication(runtime.repository, plan);
  if (outcome.state === "locked") {
    throw new Refusal(
      "unavailable",
      `The repository is busy: ${path.relative(runtime.repository.dir, outcome.lock)} does not go away. ${facts.git.tag} is decided; publish it again to finish it.`,
    );
  }
  runtime.newTags.push({ tag: plan.tag, oid: plan.tagOid });
  // Somebody put another tag there first. The decision stands: the locked bytes are served, and the version says so.
  const tampered = outcome.state === "taken" || outcome.state === "blocked";
  if (tampered) await keepBytes(runtime, facts);
  await runtime.store.transact((tx) => markPublished(tx, facts.name, facts.version, tampered));
  const published = { ...facts, tampered };
  runtime.shelf.put(index, published);
  return published;
}

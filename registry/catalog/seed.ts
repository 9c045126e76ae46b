import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { actorName, REGISTRY } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { parseFileName } from "#registry/masque/file-name";
import { compareVersions, type Version } from "#registry/masque/version";
import { invoke } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { digestOf } from "./publication";
import { publishMasque } from "./publish";

/**
 * Publishes the masques that ship, earlier versions first, into a registry that holds nothing of anybody's, and
 * finishes a seeding that was cut short. Answers how many it published.
 */
export async function seedPersonas(runtime: Runtime): Promise<number> {
  if (!(await isUntouched(runtime))) return 0;
  const folder = path.join(runtime.config.root, "personas");
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".masque.yaml"));
  const found = files.map((file) => ({ file, ...parseFileName(file) }));
  // A file without a version in its name is the newest.
  const order = (version: Version | undefined) => version ?? (`${2 ** 31 - 1}.0.0` as Version);
  found.sort((a, b) => compareVersions(order(a.version), order(b.version)) || (a.name < b.name ? -1 : 1));
  let published = 0;
  for (const { file, name } of found) {
    const bytes = await readFile(path.join(folder, file));
    const known = runtime.shelf.find("admin", name)?.versions ?? [];
    if (known.some(({ digest }) => digest === digestOf(bytes))) continue;
    const source = bytes.toString("utf8");
    try {
      await invoke(runtime, publishMasque, REGISTRY, { name, source, message: `Ship ${name}` });
      published += 1;
    } catch (error) {
      // An earlier release shipped this version with other bytes; those stay.
      if (!(error instanceof Refusal)) throw error;
      runtime.log.warn({ file, error: error.message }, "a masque that ships was not published");
    }
  }
  return published;
}

/** Whether nobody has founded the community yet and every version, if there is any, is the registry's own. */
async function isUntouched({ shelf, store }: Runtime): Promise<boolean> {
  if ((await store.reader.founding.count()) > 0) return false;
  const versions = shelf.list("admin", "name").flatMap(({ versions }) => versions);
  return versions.every(({ authorId }) => authorId === actorName(REGISTRY));
}

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { REGISTRY } from "#registry/actor";
import { parseFileName } from "#registry/masque/file-name";
import { compareVersions, type Version } from "#registry/masque/version";
import { invoke } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { publishMasque } from "./publish";

/** Publishes the masques that ship, earlier versions first, into a registry that has none. Answers how many. */
export async function seedPersonas(runtime: Runtime): Promise<number> {
  if (runtime.shelf.size > 0) return 0;
  const folder = path.join(runtime.config.root, "personas");
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".masque.yaml"));
  const found = files.map((file) => ({ file, ...parseFileName(file) }));
  // A file without a version in its name is the newest.
  const order = (version: Version | undefined) => version ?? (`${2 ** 31 - 1}.0.0` as Version);
  found.sort((a, b) => compareVersions(order(a.version), order(b.version)) || (a.name < b.name ? -1 : 1));
  for (const { file, name } of found) {
    const source = await readFile(path.join(folder, file), "utf8");
    await invoke(runtime, publishMasque, REGISTRY, { name, source, message: `Ship ${name}` });
  }
  return found.length;
}

import { quote } from "../masque/quote";
import { fileOf } from "./layout";
import type { GitObject } from "./object";
import { ProblemError, problem } from "./problem";
import { readObject } from "./read-object";
import type { Repository } from "./repository";
import {
  corrupt,
  type GitVersion,
  holdsOnly,
  readCommitObject,
  readTagObject,
  type TagRef,
  type VersionReading,
} from "./version";

/** Reads the version that a tag pointing to `oid` is, or says why it is none. Fails only when the disk does. */
export async function readVersion(repository: Repository, ref: TagRef): Promise<VersionReading> {
  const reading = { tag: ref.tag, tagOid: ref.oid };
  try {
    return { ...reading, version: await readWhole(repository, ref) };
  } catch (error) {
    if (error instanceof ProblemError) return { ...reading, problem: error.problem };
    throw error;
  }
}

async function readWhole(repository: Repository, ref: TagRef): Promise<GitVersion> {
  const tag = readTagObject(ref, await readObject(repository, ref.oid));
  const tree = readCommitObject(ref, await readObject(repository, tag.commit));
  const file = fileOf(tag.name);
  const files = await filesIn(repository, tree);
  const found = files.find(({ path }) => path === file);
  if (!found) throw misplaced(ref, file, files);
  if (files.length > 1)
    throw problem(
      "more_than_one_file",
      `The commit of ${ref.tag} holds ${quantity(files)}; a version's commit holds ${file} and nothing else.`,
    );
  if (!holdsOnly(tree, tag, found.oid))
    throw problem(
      "not_plain_file",
      `In the commit of ${ref.tag}, ${file} is not a plain file (mode ${quote(found.mode)}, not 100644).`,
    );
  const { bytes } = await readObject(repository, found.oid);
  return { ...tag, tag: ref.tag, tagOid: ref.oid, blob: found.oid, bytes };
}

function misplaced(ref: TagRef, file: string, files: readonly TreeFile[]): ProblemError {
  const base = file.slice(file.lastIndexOf("/"));
  const elsewhere = files.find(({ path }) => `/${path}`.endsWith(base) || path.toLowerCase() === file);
  return elsewhere
    ? problem(
        "file_elsewhere",
        `The commit of ${ref.tag} holds ${quote(elsewhere.path)}; the file belongs at ${file}.`,
      )
    : problem("file_missing", `The commit of ${ref.tag} does not hold ${file}, but ${quantity(files)}.`);
}

interface TreeFile {
  path: string;
  mode: string;
  oid: string;
}

/** Enough files to tell that a tree is not a version's. */
const MANY = 100;

function quantity(files: readonly TreeFile[]): string {
  if (files.length === 0) return "nothing";
  const more =
    files.length >= MANY ? `at least ${MANY} files` : `${files.length} file${files.length === 1 ? "" : "s"}`;
  return `${more} (${files
    .slice(0, 3)
    .map(({ path }) => quote(path))
    .join(", ")}${files.length > 3 ? ", …" : ""})`;
}

/** The files in a tree and below, at most `MANY`, and never deeper than a version's could lie. */
async function filesIn(repository: Repository, tree: string, above = "", depth = 4): Promise<TreeFile[]> {
  const object = await readObject(repository, tree);
  if (object.type !== "tree") throw corrupt(tree);
  const files: TreeFile[] = [];
  for (const { mode, name, oid } of entries(object)) {
    if (files.length >= MANY) break;
    const path = above + name;
    if (mode === "40000" && depth > 0) files.push(...(await filesIn(repository, oid, `${path}/`, depth - 1)));
    else files.push({ path, mode, oid });
  }
  return files.slice(0, MANY);
}

function* entries({ oid, bytes }: GitObject): Generator<{ mode: string; name: string; oid: string }> {
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0 || end + 21 > bytes.length) throw corrupt(oid);
    yield {
      mode: bytes.toString("latin1", at, space),
      name: bytes.toString("utf8", space + 1, end),
      oid: bytes.toString("hex", end + 1, end + 21),
    };
    at = end + 21;
  }
}

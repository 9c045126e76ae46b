import { hash } from "node:crypto";

/** One Git object, not yet or no longer in a repository. `bytes` is its content without Git's header. */
export interface GitObject {
  oid: string;
  type: "blob" | "tree" | "commit" | "tag";
  bytes: Buffer;
}

/** Who made a commit or a tag, and when. Git keeps whole seconds; all times here are UTC. */
export interface Identity {
  name: string;
  email: string;
  at: Date;
}

/** The object with this content; its id (40 hex digits) follows from type and bytes alone. */
export function gitObject(type: GitObject["type"], bytes: Buffer): GitObject {
  return { oid: objectId(type, bytes), type, bytes };
}

/** Git's SHA-1 id of an object. */
export function objectId(type: GitObject["type"], bytes: Uint8Array): string {
  return hash("sha1", Buffer.concat([Buffer.from(`${type} ${bytes.byteLength}\0`), bytes]), "hex");
}

/** The nested trees that hold one plain file at `path` and nothing else, root first. */
export function treesHolding(path: string, blob: string): [root: GitObject, ...below: GitObject[]] {
  const [file, ...folders] = path.split("/").reverse();
  let tree = gitObject("tree", treeEntry("100644", String(file), blob));
  const trees: [GitObject, ...GitObject[]] = [tree];
  for (const folder of folders) {
    tree = gitObject("tree", treeEntry("40000", folder, tree.oid));
    trees.unshift(tree);
  }
  return trees;
}

function treeEntry(mode: string, name: string, oid: string): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, "hex")]);
}

/** A commit by one person, who is author and committer. */
export function commitObject(commit: {
  tree: string;
  parent?: string;
  author: Identity;
  message: string;
}): GitObject {
  const parent = commit.parent ? `parent ${commit.parent}\n` : "";
  const who = signature(commit.author);
  return gitObject(
    "commit",
    Buffer.from(`tree ${commit.tree}\n${parent}author ${who}\ncommitter ${who}\n\n${commit.message}`),
  );
}

/** An annotated tag of a commit. */
export function tagObject(tag: {
  commit: string;
  tag: string;
  tagger: Identity;
  message: string;
}): GitObject {
  return gitObject(
    "tag",
    Buffer.from(
      `object ${tag.commit}\ntype commit\ntag ${tag.tag}\ntagger ${signature(tag.tagger)}\n\n${tag.message}`,
    ),
  );
}

/** Git reads `NAME <EMAIL> SECONDS ZONE`; what would break that line apart is left out, as Git's own commands do. */
function signature({ name, email, at }: Identity): string {
  const seconds = Math.floor(at.getTime() / 1000);
  if (!(seconds >= 0)) throw new RangeError(`Git cannot record the time ${String(at)}.`);
  return `${plain(name) || "unknown"} <${plain(email).replaceAll(" ", "")}> ${seconds} +0000`;
}

function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}<>]+/gu, " ")
    .replace(/ +/g, " ")
    .replace(/^[ .,:;"'\\]+|[ .,:;"'\\]+$/g, "");
}

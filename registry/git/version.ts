import { Refusal } from "../errors";
import { quote } from "../masque/quote";
import { fileOf, parseTag, type TagName } from "./layout";
import { type Message, parseMessage } from "./message";
import { type GitObject, type Identity, objectId, treesHolding } from "./object";
import { type Problem, type ProblemError, problem } from "./problem";

/** A tag and the object that it points to. */
export interface TagRef {
  /** Below `refs/tags/`. */
  tag: string;
  oid: string;
}

/** A version as Git holds it. Whether `bytes` is a valid definition is not known here. */
export interface GitVersion extends TagName {
  tag: string;
  tagOid: string;
  commit: string;
  blob: string;
  bytes: Buffer;
  tagger: Identity;
  message: Message;
}

/** What came of reading one tag. */
export type VersionReading =
  | { tag: string; tagOid: string; version: GitVersion; problem?: undefined }
  | { tag: string; tagOid: string; version?: undefined; problem: Problem };

/** Bytes beyond which an object is not looked at: far more than any definition may have. */
export const LARGEST_OBJECT = 2 ** 20;

const TAGGER = /^tagger ([^<]*)<([^>]*)> (\d{1,12}) [+-]\d{4}$/;
const SIGNATURE = /^-----BEGIN [A-Z ]+-----$/m;

/** What an annotated tag says of itself. Throws ProblemError when it is none, or not this one. */
export function readTagObject(
  ref: TagRef,
  object: GitObject,
): TagName & Pick<GitVersion, "commit" | "tagger" | "message"> {
  const named = tagName(ref.tag);
  if (object.type !== "tag")
    throw problem(
      "not_annotated",
      `The tag ${ref.tag} points straight to a ${object.type}; a version is an annotated tag (git tag -a).`,
    );
  verify(object);
  const text = object.bytes.toString("utf8");
  const end = text.indexOf("\n\n");
  const [commit, type, said, tagger] = text.slice(0, end).split("\n", 4);
  const [, name, email, seconds] = TAGGER.exec(tagger ?? "") ?? [];
  const at = new Date(Number(seconds) * 1000);
  if (
    end < 0 ||
    name === undefined ||
    email === undefined ||
    Number.isNaN(at.getTime()) ||
    !commit ||
    !type ||
    !said
  )
    throw problem("corrupt", `The tag object ${object.oid} of ${ref.tag} is not well-formed.`);
  if (said !== `tag ${ref.tag}`)
    throw problem(
      "renamed",
      `The tag ${ref.tag} was made as ${quote(said.slice(4))}; a version's tag keeps the name it was made with.`,
    );
  if (type !== "type commit")
    throw problem(
      "not_a_commit",
      `The tag ${ref.tag} is of a ${quote(type.slice(5))}; a version is a tag of a commit.`,
    );
  const signed = text.search(SIGNATURE);
  const message = parseMessage(text.slice(end + 2, signed < 0 ? undefined : signed));
  return {
    ...named,
    commit: commit.slice("object ".length),
    tagger: { name: name.trim(), email, at },
    message,
  };
}

/** The id of the tree that a commit holds. */
export function readCommitObject(ref: TagRef, object: GitObject): string {
  verify(object);
  const tree = /^tree ([0-9a-f]{40})\n/.exec(object.bytes.toString("latin1", 0, 46))?.[1];
  if (object.type === "commit" && tree) return tree;
  throw problem("corrupt", `The commit ${object.oid} of the tag ${ref.tag} is not well-formed.`);
}

/** Whether a tree holds this version's one plain file and nothing else: then its id follows from the file's. */
export function holdsOnly(tree: string, { name }: TagName, blob: string): boolean {
  return treesHolding(fileOf(name), blob)[0].oid === tree;
}

/** Refuses an object whose content is not what its id says. */
export function verify(object: GitObject): void {
  if (objectId(object.type, object.bytes) !== object.oid) throw corrupt(object.oid);
}

export function corrupt(oid: string): ProblemError {
  return problem("corrupt", `The object ${oid} is damaged in the repository; restore it from a copy.`);
}

export function tooLarge(oid: string): ProblemError {
  return problem(
    "too_large",
    `The object ${oid} is larger than ${LARGEST_OBJECT} bytes, which no definition is.`,
  );
}

function tagName(tag: string): TagName {
  try {
    return parseTag(tag);
  } catch (error) {
    if (error instanceof Refusal) throw problem("malformed_tag", error.message);
    throw error;
  }
}

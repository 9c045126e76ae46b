import type { MasqueName } from "../masque/name";
import type { Version } from "../masque/version";
import { fileOf, tagOf } from "./layout";
import { formatMessage } from "./message";
import { commitObject, type GitObject, gitObject, type Identity, tagObject, treesHolding } from "./object";

/** All that a publication puts into Git, known before anything is written: the database records it, Git then carries it out. */
export interface PublicationPlan {
  tag: string;
  blob: string;
  commit: string;
  tagOid: string;
  /** In the order in which each needs only what stands before it. */
  objects: readonly GitObject[];
}

/**
 * Computes the objects of one version: its file, the trees that hold that file alone, commit and annotated tag. The
 * same input gives the same ids, which is what lets a publication that was cut short be finished later. `parent` is
 * a commit; `trailers` are single lines for the end of the tag's message.
 */
export function planPublication(input: {
  name: MasqueName;
  version: Version;
  bytes: Uint8Array;
  parent?: string;
  author: Identity;
  message: string;
  trailers: Record<string, string>;
}): PublicationPlan {
  const tag = tagOf(input.name, input.version);
  const text = input.message.trim() === "" ? `Publish ${tag}` : input.message;
  const blob = gitObject("blob", Buffer.from(input.bytes));
  const trees = treesHolding(fileOf(input.name), blob.oid);
  const commit = commitObject({
    tree: trees[0].oid,
    parent: input.parent,
    author: input.author,
    message: formatMessage({ text, trailers: {} }),
  });
  const annotated = tagObject({
    commit: commit.oid,
    tag,
    tagger: input.author,
    message: formatMessage({ text, trailers: input.trailers }),
  });
  return {
    tag,
    blob: blob.oid,
    commit: commit.oid,
    tagOid: annotated.oid,
    objects: [blob, ...trees.toReversed(), commit, annotated],
  };
}

import type { MasqueName } from "../masque/name";
import type { Version } from "../masque/version";
import { fileOf, lockedRefOf, tagOf } from "./layout";
import { type GitObject, gitObject, treesHolding } from "./object";
import { ProblemError } from "./problem";
import { readObject } from "./read-object";
import { createRef } from "./ref";
import type { Repository } from "./repository";
import { writeObject } from "./write-object";

/**
 * Keeps what is locked of a version, whatever became of its tag: writes its file (and whatever other `objects` of it
 * are at hand) again where they vanished, and holds the uppermost object that is left by a hidden ref, so that no
 * garbage collection takes it. Answers which of tag, commit and file are `lost`: gone and not at hand.
 */
export async function keepLocked(
  repository: Repository,
  locked: {
    name: MasqueName;
    version: Version;
    tagOid: string;
    commit: string;
    bytes: Uint8Array;
    objects?: readonly GitObject[];
  },
): Promise<{ lost: readonly string[] }> {
  const blob = gitObject("blob", Buffer.from(locked.bytes));
  const whole = [blob, ...treesHolding(fileOf(locked.name), blob.oid), ...(locked.objects ?? [])];
  for (const object of whole) await writeObject(repository, object);
  const lost: string[] = [];
  let held = false;
  for (const oid of [locked.tagOid, locked.commit, blob.oid]) {
    if (!(await holds(repository, oid))) lost.push(oid);
    else if (!held) {
      await createRef(repository, lockedRefOf(tagOf(locked.name, locked.version), oid), oid);
      held = true;
    }
  }
  return { lost };
}

async function holds(repository: Repository, oid: string): Promise<boolean> {
  try {
    await readObject(repository, oid);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

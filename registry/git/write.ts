import { refOf } from "./layout";
import type { PublicationPlan } from "./plan";
import { createRef, type RefOutcome } from "./ref";
import type { Repository } from "./repository";
import { writeObject } from "./write-object";

/**
 * Carries a planned publication out: its objects first, on the disk, then the tag, which alone makes it a version.
 * Cut short at any moment it leaves no version or the whole one, and doing it again finishes it: `created` and
 * `present` both mean that the tag now stands as planned.
 */
export async function writePublication(repository: Repository, plan: PublicationPlan): Promise<RefOutcome> {
  await Promise.all(plan.objects.map((object) => writeObject(repository, object)));
  return createRef(repository, refOf(plan.tag), plan.tagOid);
}

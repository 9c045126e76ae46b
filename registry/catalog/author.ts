import { actorName } from "#registry/actor";
import { Refusal } from "#registry/errors";
import type { MasqueName } from "#registry/masque/name";
import { type Ring, rank } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import { isMaintainer } from "./maintainers";

/** In whose name a version is published. */
export interface Author {
  /** As trail and tag name them. */
  readonly id: string;
  /** What their ring is worth at this moment. */
  readonly ring: Ring;
  readonly isMember: boolean;
}

export function authorOf({ actor, ring }: Pick<Context, "actor" | "ring">): Author {
  return { id: actorName(actor), ring, isMember: actor.kind === "member" };
}

/** The one answer for names that are another's, hidden, withdrawn or the registry's own. */
export function nameTaken(): Refusal {
  return new Refusal("conflict.name", "This name is taken. Choose another.");
}

/** A name that is taken says only that, whoever holds it; a version asks for the ring it will stand in. */
export async function requireAuthor(
  runtime: Runtime,
  author: Author,
  name: MasqueName,
  ring: Ring,
): Promise<void> {
  if (rank(author.ring) === 0) {
    throw new Refusal(
      "forbidden",
      "Outsiders publish nothing. Take part first: rings are climbed one at a time.",
    );
  }
  const isTaken = (await runtime.store.reader.masque.count({ where: { name } })) > 0;
  if (isTaken && !runtime.shelf.find(author.ring, name)) {
    throw nameTaken();
  }
  if (isTaken && rank(author.ring) < rank("admin") && !(await isMaintainer(runtime, name, author.id))) {
    throw new Refusal(
      "forbidden",
      `Only the maintainers of ${name} publish new versions of it. One of them, or an elder, can add another.`,
    );
  }
  if (rank(author.ring) < rank(ring)) {
    throw new Refusal(
      "forbidden",
      `A masque of ring ${ring} is published from there or above, not from ring ${author.ring}.`,
    );
  }
}

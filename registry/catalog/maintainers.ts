import { notFound, Refusal } from "#registry/errors";
import type { MasqueName } from "#registry/masque/name";
import { rank } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import { shownAs } from "#registry/rings/visibility";
import type { Runtime } from "#registry/runtime";

/** Handles of a masque's maintainers; those above the viewer are "an elder". */
export async function listMaintainers({ ring, runtime }: Context, name: MasqueName): Promise<string[]> {
  const rows = await runtime.store.reader.maintainer.findMany({
    where: { masqueName: name },
    orderBy: { since: "asc" },
  });
  const members = rows.flatMap(({ memberId }) => runtime.people.find(memberId) ?? []);
  return members.map((member) => shownAs(ring, member));
}

/** Whether the caller keeps this masque: its maintainers and the elders do, and the registry itself. */
export async function mayMaintain({ actor, ring, runtime }: Context, name: MasqueName): Promise<boolean> {
  if (rank(ring) === rank("admin")) return true;
  if (actor.kind !== "member" || !actor.scopes.has("publish")) return false;
  return isMaintainer(runtime, name, actor.member.id);
}

/** Whether a member is among those who keep this masque. */
export async function isMaintainer(
  { store }: Pick<Runtime, "store">,
  masqueName: MasqueName,
  memberId: string,
): Promise<boolean> {
  const where = { masqueName_memberId: { masqueName, memberId } };
  return (await store.reader.maintainer.findUnique({ where })) !== null;
}

/** Refuses who does not keep the masque; who does not even see it learns nothing. */
export async function requireMaintainer(context: Context, name: MasqueName): Promise<void> {
  if (!context.runtime.shelf.find(context.ring, name)) throw notFound();
  requireSignedIn(context);
  if (await mayMaintain(context, name)) return;
  throw new Refusal(
    "forbidden",
    `Only the maintainers of ${name} and elders may do this. Ask one of them to add you.`,
  );
}

/** Refuses outsiders without a name: what changes the registry is always somebody's doing. */
export function requireSignedIn({ actor }: Pick<Context, "actor">): void {
  if (actor.kind !== "outsider") return;
  throw new Refusal("unauthenticated", "Sign in first, or send a token: Authorization: Bearer mqt_….");
}

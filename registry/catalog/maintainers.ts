import { notFound, Refusal } from "#registry/errors";
import type { MasqueName } from "#registry/masque/name";
import { rank } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import { sees } from "#registry/rings/visibility";

/** Handles of a masque's maintainers; those above the viewer are "an elder". */
export async function listMaintainers({ ring, runtime }: Context, name: MasqueName): Promise<string[]> {
  const rows = await runtime.store.reader.maintainer.findMany({
    where: { masqueName: name },
    orderBy: { since: "asc" },
  });
  const members = rows.flatMap(({ memberId }) => runtime.people.find(memberId) ?? []);
  return members.map((member) => (sees(ring, member.ring) ? member.handle : "an elder"));
}

/** Whether the caller keeps this masque: its maintainers and the elders do, and the registry itself. */
export async function mayMaintain({ actor, ring, runtime }: Context, name: MasqueName): Promise<boolean> {
  if (rank(ring) === rank("admin")) return true;
  if (actor.kind !== "member" || !actor.scopes.has("publish")) return false;
  const where = { masqueName_memberId: { masqueName: name, memberId: actor.member.id } };
  return (await runtime.store.reader.maintainer.findUnique({ where })) !== null;
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

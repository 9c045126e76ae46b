import type { Ring } from "#registry/masque/ring";

/** What a token may be used for. `decide` is the council's, and never an agent's. */
export const SCOPES = ["read", "wear", "publish", "rate", "decide"] as const;
export type Scope = (typeof SCOPES)[number];

/** A member as every check needs it, held in memory. */
export interface Member {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly ring: Ring;
  readonly kind: "person" | "agent";
  readonly operatorId?: string;
  readonly createdAt: Date;
}

/** Who is asking. Faces find out; the core never sees a header or a cookie. */
export type Actor =
  | { readonly kind: "outsider" }
  | {
      readonly kind: "member";
      readonly member: Member;
      readonly scopes: ReadonlySet<Scope>;
      /** The bearer token or browser session that spoke. */
      readonly credential: { readonly kind: "token" | "browser"; readonly id: string };
      /** When a person last proved to be there (browsers only). */
      readonly confirmedAt?: Date;
    }
  /** Tags that arrived by other ways than the API. */
  | { readonly kind: "repository" }
  /** The registry itself: seeding, recovery, what falls due. */
  | { readonly kind: "registry" };

export const OUTSIDER: Actor = { kind: "outsider" };
export const REPOSITORY: Actor = { kind: "repository" };
export const REGISTRY: Actor = { kind: "registry" };

/** How the trail names an actor: a member by id, the rest by kind. */
export function actorName(actor: Actor): string {
  return actor.kind === "member" ? actor.member.id : actor.kind;
}

import { type Actor, type Member, OUTSIDER, SCOPES, type Scope } from "#registry/actor";
import type { Clock } from "#registry/clock";
import type { Ring } from "#registry/masque/ring";
import type { Store } from "#registry/store/open";
import { skeletonOf } from "./handle";
import { hashSecret } from "./secret";
import type { Society } from "./society";

/** A bearer token as every request needs it. */
export interface TokenFacts {
  readonly id: string;
  readonly hash: string;
  readonly memberId: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: Date;
  /** Until when it may decide, whatever its scopes say later. */
  readonly decidesUntil?: Date;
}

/** A browser that signed in. */
export interface BrowserFacts {
  readonly id: string;
  readonly hash: string;
  readonly memberId: string;
  readonly confirmedAt: Date;
  readonly expiresAt: Date;
}

/** Members and their live credentials, in memory: who is asking is answered without the database. */
export interface People {
  find(id: string): Member | undefined;
  findByHandle(handle: string): Member | undefined;
  /** Who has this handle, or one that reads the same. */
  findAlike(handle: string): Member | undefined;
  all(): Iterable<Member>;
  /** Who a bearer token or a browser's session id speaks for; undefined when it is unknown or spent. */
  findActor(secret: string): Actor | undefined;
  putMember(member: Member): void;
  putToken(token: TokenFacts): void;
  putBrowser(browser: BrowserFacts): void;
  /** Ends a token or a browser's session, by its id. */
  forget(id: string): void;
  /** Ends all that a member authenticates with, of one kind or both, but for one. */
  forgetAll(memberId: string, kinds: readonly ("token" | "browser")[], keptId?: string): void;
}

const ALL: ReadonlySet<Scope> = new Set(SCOPES);

export function createPeople(clock: Clock, society: Pick<Society, "admit">): People {
  const members = new Map<string, Member>();
  const handles = new Map<string, Member>();
  const alike = new Map<string, Member>();
  const tokens = new Map<string, TokenFacts>();
  const browsers = new Map<string, BrowserFacts>();
  const hashes = new Map<string, string>();

  /** Who a token speaks for, worked out once until its member or what it may do changes. */
  const spoken = new WeakMap<TokenFacts, { readonly actor: MemberActor; readonly until: number }>();

  const speakFor = (token: TokenFacts, now: number): MemberActor | undefined => {
    const member = members.get(token.memberId);
    const before = spoken.get(token);
    if (before?.actor.member === member && before && now < before.until) return before.actor;
    if (!member || (token.expiresAt && token.expiresAt.getTime() <= now)) return undefined;
    const decides = token.decidesUntil !== undefined && token.decidesUntil.getTime() > now;
    const scopes = new Set(token.scopes.filter((scope) => scope !== "decide" || decides));
    const actor: MemberActor = {
      kind: "member",
      member,
      scopes,
      credential: { kind: "token", id: token.id },
    };
    const ends = [token.expiresAt, decides ? token.decidesUntil : undefined].map(
      (end) => end?.getTime() ?? Number.POSITIVE_INFINITY,
    );
    spoken.set(token, { actor, until: Math.min(...ends) });
    return actor;
  };

  const forget = (id: string) => {
    const hash = hashes.get(id);
    if (hash === undefined) return;
    tokens.delete(hash);
    browsers.delete(hash);
    hashes.delete(id);
  };

  return {
    find: (id) => members.get(id),
    findByHandle: (handle) => handles.get(handle),
    findAlike: (handle) => alike.get(skeletonOf(handle)),
    all: () => members.values(),
    findActor(secret) {
      // Looked up by hash: how long that takes says nothing about the secret itself.
      const hash = hashSecret(secret);
      const now = clock.now().getTime();
      const token = tokens.get(hash);
      if (token) return speakFor(token, now);
      const browser = browsers.get(hash);
      const member = browser && browser.expiresAt.getTime() > now ? members.get(browser.memberId) : undefined;
      if (!browser || !member) return undefined;
      const { id, confirmedAt } = browser;
      return { kind: "member", member, scopes: ALL, credential: { kind: "browser", id }, confirmedAt };
    },
    putMember(member) {
      members.set(member.id, member);
      handles.set(member.handle, member);
      alike.set(skeletonOf(member.handle), member);
      society.admit(member);
    },
    putToken(token) {
      tokens.set(token.hash, token);
      hashes.set(token.id, token.hash);
    },
    putBrowser(browser) {
      browsers.set(browser.hash, browser);
      hashes.set(browser.id, browser.hash);
    },
    forget,
    forgetAll(memberId, kinds, keptId) {
      const held = [
        ...(kinds.includes("token") ? tokens.values() : []),
        ...(kinds.includes("browser") ? browsers.values() : []),
      ];
      for (const credential of held) {
        if (credential.memberId === memberId && credential.id !== keptId) forget(credential.id);
      }
    },
  };
}

type MemberActor = Extract<Actor, { kind: "member" }>;

/** Reads members and live credentials from the database. */
export async function loadPeople(people: People, { reader }: Store, now: Date): Promise<void> {
  // Persons first: an agent's standing refers to its operator's.
  for (const row of await reader.member.findMany({
    orderBy: { operatorId: { sort: "asc", nulls: "first" } },
  })) {
    people.putMember(memberOf(row));
  }
  for (const row of await reader.token.findMany({ where: { revokedAt: null } })) {
    const { expiresAt, decidesUntil, ...rest } = row;
    if (expiresAt && expiresAt <= now) continue;
    people.putToken({
      ...rest,
      scopes: row.scopes.split(" ") as Scope[],
      expiresAt: expiresAt ?? undefined,
      decidesUntil: decidesUntil ?? undefined,
    });
  }
  for (const row of await reader.browserSession.findMany({
    where: { revokedAt: null, expiresAt: { gt: now } },
  })) {
    people.putBrowser(row);
  }
}

/** A row of the database as a member. */
export function memberOf(row: {
  id: string;
  handle: string;
  name: string;
  ring: string;
  kind: string;
  operatorId: string | null;
  createdAt: Date;
}): Member {
  const { id, handle, name, ring, operatorId, createdAt } = row;
  const kind = row.kind === "agent" ? "agent" : "person";
  return { id, handle, name, ring: ring as Ring, kind, operatorId: operatorId ?? undefined, createdAt };
}

/** What an unknown or spent secret amounts to where a face has no use for the difference. */
export function actorOf(people: People, secret: string | undefined): Actor {
  return (secret === undefined ? undefined : people.findActor(secret)) ?? OUTSIDER;
}

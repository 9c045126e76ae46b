import { type Actor, type Member, OUTSIDER, SCOPES, type Scope } from "#registry/actor";
import type { Clock } from "#registry/clock";
import type { Ring } from "#registry/masque/ring";
import type { Store } from "#registry/store/open";
import { hashSecret } from "./secret";

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
  /** Who a bearer token or a browser's session id speaks for; undefined when it is unknown or spent. */
  findActor(secret: string): Actor | undefined;
  putMember(member: Member): void;
  putToken(token: TokenFacts): void;
  putBrowser(browser: BrowserFacts): void;
  /** Ends a token or a browser's session, by its id. */
  forget(id: string): void;
}

const ALL: ReadonlySet<Scope> = new Set(SCOPES);

export function createPeople(clock: Clock): People {
  const members = new Map<string, Member>();
  const handles = new Map<string, Member>();
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

  return {
    find: (id) => members.get(id),
    findByHandle: (handle) => handles.get(handle),
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
    },
    putToken(token) {
      tokens.set(token.hash, token);
      hashes.set(token.id, token.hash);
    },
    putBrowser(browser) {
      browsers.set(browser.hash, browser);
      hashes.set(browser.id, browser.hash);
    },
    forget(id) {
      const hash = hashes.get(id);
      if (hash === undefined) return;
      tokens.delete(hash);
      browsers.delete(hash);
      hashes.delete(id);
    },
  };
}

type MemberActor = Extract<Actor, { kind: "member" }>;

/** Reads members and live credentials from the database. */
export async function loadPeople(people: People, { reader }: Store, now: Date): Promise<void> {
  for (const row of await reader.member.findMany()) {
    const { id, handle, name, createdAt } = row;
    const kind = row.kind === "agent" ? "agent" : "person";
    people.putMember({
      id,
      handle,
      name,
      ring: row.ring as Ring,
      kind,
      operatorId: row.operatorId ?? undefined,
      createdAt,
    });
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

/** What an unknown or spent secret amounts to where a face has no use for the difference. */
export function actorOf(people: People, secret: string | undefined): Actor {
  return (secret === undefined ? undefined : people.findActor(secret)) ?? OUTSIDER;
}

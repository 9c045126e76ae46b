import type { Member } from "#registry/actor";
import type { Ring } from "#registry/masque/ring";
import type { Disapproval, Facts, Lock } from "./facts";

/** What of a member's facts an operation may change. */
export interface Change {
  readonly sponsorId?: string | null;
  readonly until?: Date | null;
  readonly ringSince?: Date;
  readonly seenAt?: Date;
  readonly activeAt?: Date;
  readonly shownBelow?: boolean;
  readonly founder?: boolean;
}

/** The facts of everyone, in memory: standing is answered without the database. */
export interface Society {
  find(id: string): Facts | undefined;
  all(): Iterable<Facts>;
  /** The persons of ring admin, whatever they are worth now. */
  readonly centre: ReadonlySet<Facts>;
  /** A member as it is now: new, or in another ring. */
  admit(member: Member): void;
  change(id: string, change: Change): void;
  putDisapproval(subjectId: string, disapproval: Disapproval): void;
  /** Removes one author's disapproval of a member, or all. */
  dropDisapproval(subjectId: string, authorId?: string): void;
  putLock(lock: Lock): void;
  dropLock(id: string): Lock | undefined;
  locks(): Iterable<Lock>;
  /** The lock on a masque or a session, if there is one. */
  findLock(kind: Lock["kind"], subject: string): Lock | undefined;
  /** Somebody asked for something: notes it, unless a silence has lasted so long that it needs an elder's word. */
  touch(id: string, now: Date, idleDays: number): void;
  /** Who was seen since this was asked last. */
  takeSeen(): Facts[];
  /** Calls back with a member's id after every change of its facts; answers how to stop. */
  onChange(listener: (id: string) => void): () => void;
}

type Mutable = { -readonly [Key in keyof Facts]: Facts[Key] } & {
  disapprovals: Map<string, Disapproval>;
  locks: Map<string, Lock>;
};

const DAY = 86_400_000;

export function createSociety(): Society {
  const everyone = new Map<string, Mutable>();
  const centre = new Set<Facts>();
  const locks = new Map<string, Lock>();
  const seen = new Set<Facts>();
  const listeners = new Set<(id: string) => void>();

  const announce = (id: string) => {
    for (const listener of listeners) listener(id);
  };
  const require = (id: string): Mutable => {
    const facts = everyone.get(id);
    if (!facts) throw new Error(`No member has the id ${id}.`);
    return facts;
  };
  const begin = ({ id, kind, ring, createdAt }: Member): Mutable => {
    const facts: Mutable = {
      id,
      kind,
      ring,
      ringSince: createdAt,
      founder: false,
      seenAt: createdAt,
      activeAt: createdAt,
      shownBelow: false,
      disapprovals: new Map(),
      locks: new Map(),
      centre,
    };
    everyone.set(id, facts);
    return facts;
  };

  return {
    find: (id) => everyone.get(id),
    all: () => everyone.values(),
    centre,
    admit(member) {
      const facts = everyone.get(member.id) ?? begin(member);
      facts.ring = member.ring;
      facts.operator = member.operatorId === undefined ? undefined : require(member.operatorId);
      if (isElder(facts.kind, facts.ring)) centre.add(facts);
      else centre.delete(facts);
      announce(member.id);
    },
    change(id, { sponsorId, until, ...rest }) {
      const facts = require(id);
      Object.assign(facts, rest);
      if (sponsorId !== undefined) facts.sponsor = sponsorId === null ? undefined : require(sponsorId);
      if (until !== undefined) facts.until = until ?? undefined;
      announce(id);
    },
    putDisapproval(subjectId, disapproval) {
      require(subjectId).disapprovals.set(disapproval.authorId, disapproval);
      announce(subjectId);
    },
    dropDisapproval(subjectId, authorId) {
      const { disapprovals } = require(subjectId);
      if (authorId === undefined) disapprovals.clear();
      else disapprovals.delete(authorId);
      announce(subjectId);
    },
    putLock(lock) {
      locks.set(lock.id, lock);
      if (lock.kind !== "member") return;
      require(lock.subject).locks.set(lock.id, lock);
      announce(lock.subject);
    },
    dropLock(id) {
      const lock = locks.get(id);
      locks.delete(id);
      if (lock?.kind === "member") {
        require(lock.subject).locks.delete(id);
        announce(lock.subject);
      }
      return lock;
    },
    locks: () => locks.values(),
    findLock(kind, subject) {
      for (const lock of locks.values()) if (lock.kind === kind && lock.subject === subject) return lock;
      return undefined;
    },
    touch(id, now, idleDays) {
      const facts = everyone.get(id);
      if (!facts) return;
      facts.seenAt = now;
      if (facts.ring === "outsider" || now.getTime() - facts.activeAt.getTime() < idleDays * DAY)
        facts.activeAt = now;
      seen.add(facts);
    },
    takeSeen() {
      const taken = [...seen];
      seen.clear();
      return taken;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isElder(kind: Member["kind"], ring: Ring): boolean {
  return kind === "person" && ring === "admin";
}

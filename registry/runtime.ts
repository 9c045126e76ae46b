import type { Bodies } from "./catalog/bodies";
import type { Definitions } from "./catalog/definitions";
import type { Shelf } from "./catalog/shelf";
import type { Clock } from "./clock";
import type { Config } from "./config";
import type { Repository } from "./git/repository";
import type { TagRef } from "./git/version";
import type { Attempts } from "./rings/attempts";
import type { Docket } from "./rings/council/docket";
import type { KeptPolicy } from "./rings/keep-policy";
import type { Ledger } from "./rings/merit/evidence";
import type { People } from "./rings/people";
import type { Society } from "./rings/society";
import type { Store } from "./store/open";

/** Where the core reports what an operator should know. Never given a secret. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** The one set of objects a process has; every operation works on it. */
export interface Runtime {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly repository: Repository;
  /** Every published version, by ring. */
  readonly shelf: Shelf;
  /** Resolved bodies as served. */
  readonly bodies: Bodies;
  /** Published files, read. */
  readonly definitions: Definitions;
  /** Members and what they authenticate with. */
  readonly people: People;
  /** What everybody's standing follows from. */
  readonly society: Society;
  /** The numbers that the rings go by. */
  readonly policy: KeptPolicy;
  /** What was observed of members. */
  readonly ledger: Ledger;
  /** What the council has before it. */
  readonly docket: Docket;
  /** Failed sign-ins. */
  readonly attempts: Attempts;
  /** What the one who founds the community must bring. */
  readonly founding: { readonly token: string };
  /** Tags that the registry made since the watch over them last looked: one that vanishes at once is missed, too. */
  readonly newTags: TagRef[];
  /** Runs one piece of work at a time for each key, in the order asked. */
  readonly inTurn: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { REGISTRY } from "./actor";
import { createBodies } from "./catalog/bodies";
import { createDefinitions } from "./catalog/definitions";
import { keepWatch } from "./catalog/keep-watch";
import { loadShelf } from "./catalog/load";
import { isIndexShort, rebuildIndex } from "./catalog/rebuild-index";
import { recoverPublications } from "./catalog/recover";
import { createShelf } from "./catalog/shelf";
import type { Clock } from "./clock";
import type { Config } from "./config";
import { openRepository } from "./git/open";
import type { TagWatch } from "./git/watch";
import { createTurns } from "./in-turn";
import { invoke } from "./operation";
import { createAttempts } from "./rings/attempts";
import { createDocket, loadDocket } from "./rings/council/docket";
import { doWhatIsDue } from "./rings/due";
import { keepPolicy } from "./rings/keep-policy";
import { loadSociety } from "./rings/load-society";
import { createLedger, loadLedger } from "./rings/merit/ledger";
import { createPeople, loadPeople } from "./rings/people";
import { newSecret } from "./rings/secret";
import { createSociety } from "./rings/society";
import type { Log, Runtime } from "./runtime";
import { openStore } from "./store/open";

/** Longer than any window of the policy is likely to be; older evidence stays in the database. */
const EVIDENCE_DAYS = 400;

/** An open registry. Closing it waits for what is under way. */
export interface Registry {
  readonly runtime: Runtime;
  readonly tags: TagWatch;
  close(): Promise<void>;
}

/** Opens the data folder and finishes whatever an earlier process left half done, before it answers anything. */
export async function openRegistry(
  config: Config,
  { clock, log }: { clock: Clock; log: Log },
): Promise<Registry> {
  await mkdir(config.home, { recursive: true, mode: 0o700 });
  const store = await openStore(
    path.join(config.home, "masque.db"),
    path.join(config.root, "prisma", "migrations"),
  );
  const society = createSociety();
  const policy = await keepPolicy(path.join(config.home, "policy.yaml"), log);
  const runtime: Runtime = {
    config,
    clock,
    log,
    store,
    repository: await openRepository(path.join(config.home, "registry.git")),
    shelf: createShelf(),
    bodies: createBodies(store),
    definitions: createDefinitions(store),
    people: createPeople(clock, society),
    society,
    policy,
    ledger: createLedger(),
    docket: createDocket({ society, policy, clock }),
    attempts: createAttempts(),
    founding: { token: config.foundingToken ?? newSecret("mqf") },
    newTags: [],
    inTurn: createTurns(),
  };
  await loadPeople(runtime.people, store, clock.now());
  await loadSociety(society, store);
  await loadLedger(runtime.ledger, store, new Date(clock.now().getTime() - EVIDENCE_DAYS * 86_400_000));
  await loadDocket(runtime);
  if (await isIndexShort(runtime)) await invoke(runtime, rebuildIndex, REGISTRY, {});
  await loadShelf(runtime);
  await recoverPublications(runtime);
  await doWhatIsDue(runtime);
  const tags = await keepWatch(runtime);
  return {
    runtime,
    tags,
    async close() {
      await tags.stop();
      await store.close();
    },
  };
}

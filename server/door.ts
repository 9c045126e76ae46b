import { type Actor, OUTSIDER, REGISTRY } from "#registry/actor";
import type { Door } from "#registry/door";
import { invoke, type Operation } from "#registry/operation";
import { operations } from "#registry/operations";
import { effectiveRing } from "#registry/rings/effective-ring";
import { actorOf } from "#registry/rings/people";
import type { Runtime } from "#registry/runtime";
import { describeApi } from "./http/openapi";

/** The pages' way in: the same operations, asked for in the name of whoever the browser is signed in as. */
export function createDoor(runtime: Runtime): Door {
  const { config, people } = runtime;
  const find = (secret: string | undefined): Actor => actorOf(people, secret) ?? OUTSIDER;
  return {
    config,
    openapi: () => describeApi(config.url),
    invoke(name, input, secret) {
      const operation = operations[name] as unknown as Operation<typeof input, never>;
      return invoke(runtime, operation, find(secret), input);
    },
    openByIdentity: (identity) => invoke(runtime, operations["browser.open-by-identity"], REGISTRY, identity),
    viewer(secret) {
      const actor = find(secret);
      return {
        member: actor.kind === "member" ? actor.member : undefined,
        ring: effectiveRing(runtime, actor),
      };
    },
  };
}

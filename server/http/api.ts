import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import { type Actor, OUTSIDER } from "#registry/actor";
import { notFound, Refusal } from "#registry/errors";
import { invoke, type Operation } from "#registry/operation";
import { operations } from "#registry/operations";
import type { Runtime } from "#registry/runtime";
import { authenticate, cookieName } from "./authenticate";
import { replayable } from "./idempotency";
import { type Reply, toProblem } from "./problem";
import type { RateLimit } from "./rate-limit";
import { readBody } from "./read-body";
import { type Route, routes } from "./routes";

/** Where the API begins. */
export const BASE = "/api/v1";

/** A route with what of it is the same for every request. */
interface Entry {
  readonly route: Route;
  readonly operation: Operation<unknown, unknown>;
  /** Inputs that are whole numbers: query strings are text. */
  readonly integers: ReadonlySet<string>;
}

/**
 * The agent API: finds the route, who asks and what for, invokes the operation, and turns what comes out into an
 * answer. Works on Node's own requests: copying each into a web Request costs more than all the rest of a resolve.
 */
export function createApi(runtime: Runtime, limit: RateLimit): (request: IncomingMessage) => Promise<Reply> {
  const router = new SmartRouter<Entry>({ routers: [new RegExpRouter(), new TrieRouter()] });
  for (const route of routes) {
    const operation = operations[route.operation] as Operation<unknown, unknown>;
    router.add(route.method, BASE + route.path, { route, operation, integers: integersOf(operation) });
  }
  const cookie = cookieName(runtime.config.url);

  return async (request) => {
    const { method = "GET", url = "/", headers } = request;
    const [path = "/", query] = url.split("?", 2);
    let entry: Entry | undefined;
    try {
      const actor = authenticate(runtime.people, headers, cookie);
      const limiting = limit(actor, request);
      if (limiting) await limiting;
      const found = match(router, method === "HEAD" ? "GET" : method, path);
      entry = found?.entry;
      if (!found || !entry) throw notFound();
      const body = entry.route.method === "GET" ? undefined : await readBody(request);
      const input = entry.route.input({ ...body, ...readQuery(query, entry.integers), ...found.parameters });
      const key = entry.route.method === "GET" ? undefined : headers["idempotency-key"];
      const answer = answering(runtime, entry, actor, input, headers);
      if (key === undefined) return await answer();
      return await replayable(
        runtime,
        actor,
        String(key),
        { operation: entry.operation.name, input },
        answer,
      );
    } catch (caught) {
      const error = await countGuess(caught, limit, request);
      const reply = toProblem(error);
      if (reply.status === 500) {
        const report = { operation: entry?.operation.name, error: String((error as Error).stack ?? error) };
        runtime.log.error(report, "an operation broke");
      }
      return reply;
    }
  };
}

/** A token that is no good counts against where it came from, so that nobody can try many. */
async function countGuess(error: unknown, limit: RateLimit, request: IncomingMessage): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== "unauthenticated") return error;
  try {
    await limit(OUTSIDER, request);
    return error;
  } catch (limited) {
    return limited;
  }
}

function answering(
  runtime: Runtime,
  { route, operation }: Entry,
  actor: Actor,
  input: unknown,
  headers: IncomingHttpHeaders,
): () => Promise<Reply> {
  return async () =>
    route.send(
      (await invoke(runtime, operation, actor, input)) as never,
      { headers, isOpen: runtime.policy.current.door === "open" },
      route.status,
    );
}

function match(
  router: SmartRouter<Entry>,
  method: string,
  path: string,
): { entry: Entry; parameters: Record<string, string> } | undefined {
  const [handlers, stash] = router.match(method, path);
  const [found] = handlers;
  if (!found) return undefined;
  const [entry, places] = found;
  const parameters: Record<string, string> = {};
  for (const [name, place] of Object.entries(places)) {
    parameters[name] = decode(typeof place === "number" ? (stash?.[place] ?? "") : place);
  }
  return { entry, parameters };
}

function decode(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal("invalid", "The address has a % that encodes nothing. Encode it as %25.");
  }
}

function integersOf({ input }: Operation<unknown, unknown>): ReadonlySet<string> {
  const properties = (input.properties ?? {}) as Record<string, { type?: unknown }>;
  return new Set(Object.keys(properties).filter((name) => properties[name]?.type === "integer"));
}

function readQuery(
  query: string | undefined,
  integers: ReadonlySet<string>,
): Record<string, unknown> | undefined {
  if (!query) return undefined;
  const given = [...new URLSearchParams(query)].filter(([, value]) => value !== "");
  return Object.fromEntries(
    given.map(([name, value]) => [name, integers.has(name) && /^-?\d+$/.test(value) ? Number(value) : value]),
  );
}

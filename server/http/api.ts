import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { invoke, type Operation } from "#registry/operation";
import { operations } from "#registry/operations";
import type { Runtime } from "#registry/runtime";
import type { Actor } from "#registry/actor";
import { authenticate, cookieName } from "./authenticate";
import { replayable } from "./idempotency";
import type { RateLimit } from "./rate-limit";
import { type Reply, toProblem } from "./problem";
import { readBody } from "./read-body";
import { type Route, routes } from "./routes";
import { notFound } from "#registry/errors";

type Env = { Bindings: HttpBindings };

/** The agent API: each route finds out who asks and what for, invokes its operation, and sends what comes out. */
export function createApi(runtime: Runtime, limit: RateLimit): Hono<Env> {
  const api = new Hono<Env>();
  const cookie = cookieName(runtime.config.url);
  for (const route of routes) {
    const operation = operations[route.operation] as Operation<unknown, unknown>;
    const numbers = integerNames(operation);
    api.on(route.method, `/api/v1${route.path}`, async (context) => {
      const { incoming } = context.env;
      let reply: Reply;
      try {
        const actor = authenticate(runtime.people, incoming.headers, cookie);
        await limit(actor, incoming.socket.remoteAddress);
        const query = coerce(context.req.query(), numbers);
        const body = route.method === "GET" ? {} : await readBody(incoming);
        const input = route.input({ ...body, ...query, ...context.req.param() });
        const answer = () => answerWith(route, runtime, operation, actor, input, incoming.headers);
        const key = route.method === "GET" ? undefined : incoming.headers["idempotency-key"];
        reply = key === undefined ? await answer() : await replayable(runtime, actor, String(key), { operation: operation.name, input }, answer);
      } catch (error) {
        reply = toReply(runtime, route, error);
      }
      return new Response(reply.body as BodyInit | null, { status: reply.status, headers: reply.headers });
    });
  }
  api.all("/api/v1/*", () => {
    const { body, ...rest } = toProblem(notFound());
    return new Response(body as string, rest);
  });
  return api;
}

async function answerWith(
  route: Route,
  runtime: Runtime,
  operation: Operation<unknown, unknown>,
  actor: Actor,
  input: unknown,
  headers: import("node:http").IncomingHttpHeaders,
): Promise<Reply> {
  const output = await invoke(runtime, operation, actor, input);
  return route.send(output as never, { headers }, route.status);
}

/** What could not be done, as an answer; what should not have happened goes to the log, too. */
function toReply({ log }: Runtime, { operation }: Route, error: unknown): Reply {
  const reply = toProblem(error);
  if (reply.status === 500) log.error({ operation, error: String((error as Error).stack ?? error) }, "an operation broke");
  return reply;
}

/** Query strings are text; the names of those that the operation wants as whole numbers. */
function integerNames({ input }: Operation<unknown, unknown>): ReadonlySet<string> {
  const properties = (input.properties ?? {}) as Record<string, { type?: unknown }>;
  return new Set(Object.keys(properties).filter((name) => properties[name]?.type === "integer"));
}

function coerce(query: Record<string, string>, numbers: ReadonlySet<string>): Record<string, unknown> {
  const known = Object.entries(query).filter(([, value]) => value !== "");
  return Object.fromEntries(
    known.map(([name, value]) => [name, numbers.has(name) && /^-?\d+$/.test(value) ? Number(value) : value]),
  );
}

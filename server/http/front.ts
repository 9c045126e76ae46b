import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { OUTSIDER } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { effectiveRing } from "#registry/rings/effective-ring";
import type { Runtime } from "#registry/runtime";
import type { Metrics } from "../metrics";
import { BASE } from "./api";
import { authenticate, cookieName } from "./authenticate";
import { describeApi } from "./openapi";
import { preparePage } from "./pages";
import { API_HEADERS, type Reply, toProblem } from "./problem";
import { isLocal, type RateLimit } from "./rate-limit";

/** What the process is to those outside: the API first, then the pages. */
export interface Front {
  readonly listener: RequestListener;
  /** Says what /readyz says. */
  setReady(ready: boolean): void;
}

interface Parts {
  readonly api: (request: IncomingMessage) => Promise<Reply>;
  readonly metrics: Metrics;
  readonly limit: RateLimit;
  readonly pages: Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>>;
  readonly dev: boolean;
}

const JSON_HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": "no-store",
  ...API_HEADERS,
};

export function createFront(runtime: Runtime, { api, metrics, limit, pages, dev }: Parts): Front {
  const openapi = JSON.stringify(describeApi(runtime.config.url));
  let ready = false;
  const json = (status: number, body: string): Reply => ({ status, headers: JSON_HEADERS, body });

  /** What is answered at exact addresses, beside the API's routes. */
  const places: Record<string, (request: IncomingMessage) => Reply | Promise<Reply>> = {
    [`${BASE}/openapi.json`]: () => json(200, openapi),
    "/healthz": () => json(200, '{"status":"ok"}'),
    "/readyz": () => (ready ? json(200, '{"status":"ready"}') : json(503, '{"status":"starting"}')),
    "/metrics": async (request) => {
      if (!maySeeMetrics(runtime, request)) return api(request);
      const { type, body } = await metrics.render();
      return { status: 200, headers: { ...JSON_HEADERS, "Content-Type": type }, body };
    },
  };

  return {
    setReady(value) {
      ready = value;
    },
    async listener(request, response) {
      const path = request.url?.split("?", 1)[0] ?? "/";
      const place = Object.hasOwn(places, path) ? places[path] : undefined;
      const answer = place ?? (path.startsWith(`${BASE}/`) ? api : undefined);
      try {
        if (answer) {
          const reply = await answer(request);
          metrics.count(reply.status);
          write(request, response, reply);
          return;
        }
        // What pages are made of is many small files; the pages themselves are what costs.
        if (!path.startsWith("/_next/")) await limit(OUTSIDER, request);
        requireDecodable(path);
        preparePage(request, response, { dev, url: runtime.config.url });
        await (await pages)(request, response);
      } catch (error) {
        if (!(error instanceof Refusal)) runtime.log.error({ path, error: String(error) }, "a request broke");
        if (response.headersSent) response.destroy();
        else write(request, response, toProblem(error));
      }
    },
  };
}

/** Next answers an address that cannot be decoded with a bare 500. */
function requireDecodable(path: string): void {
  try {
    decodeURIComponent(path);
  } catch {
    throw new Refusal("invalid", "The address has a % that encodes nothing. Encode it as %25.");
  }
}

function write(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  // What has not changed has no body to measure: a length of 0 would speak of the answer that is not sent.
  const length = status === 304 ? {} : { "Content-Length": body === null ? 0 : Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length, ...ending(request) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Whoever was refused in the middle of a body need not send the rest. */
function ending({ complete, method }: IncomingMessage): { Connection?: "close" } {
  return complete || method === "GET" || method === "HEAD" ? {} : { Connection: "close" };
}

/** Elders, and whoever asks from this machine itself rather than through a proxy on it. */
function maySeeMetrics(runtime: Runtime, request: IncomingMessage): boolean {
  const { people, config } = runtime;
  if (isLocal(request)) return true;
  const { headers } = request;
  try {
    return effectiveRing(runtime, authenticate(people, headers, cookieName(config.url))) === "admin";
  } catch {
    // A token that is no good sees what nobody sees.
    return false;
  }
}

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { effectiveRing } from "#registry/rings/effective-ring";
import type { Runtime } from "#registry/runtime";
import type { Metrics } from "../metrics";
import { BASE } from "./api";
import { authenticate, cookieName } from "./authenticate";
import { describeApi } from "./openapi";
import { preparePage } from "./pages";
import { API_HEADERS, type Reply } from "./problem";

/** What the process is to those outside: the API first, then the pages. */
export interface Front {
  readonly listener: RequestListener;
  /** Says what /readyz says. */
  setReady(ready: boolean): void;
}

interface Parts {
  readonly api: (request: IncomingMessage) => Promise<Reply>;
  readonly metrics: Metrics;
  readonly pages: Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>>;
  readonly dev: boolean;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const JSON_HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": "no-store",
  ...API_HEADERS,
};

export function createFront(runtime: Runtime, { api, metrics, pages, dev }: Parts): Front {
  const secure = runtime.config.url.startsWith("https:");
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
      if (answer) {
        const reply = await answer(request);
        metrics.count(reply.status);
        write(request, response, reply);
        return;
      }
      preparePage(request, response, { dev, secure });
      await (await pages)(request, response);
    },
  };
}

function write(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  const length = body === null ? 0 : Buffer.byteLength(body);
  response.writeHead(status, { ...headers, "Content-Length": length, ...ending(request) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Whoever was refused in the middle of a body need not send the rest. */
function ending({ complete, method }: IncomingMessage): { Connection?: "close" } {
  return complete || method === "GET" || method === "HEAD" ? {} : { Connection: "close" };
}

/** Elders, and whoever asks from this machine itself rather than through a proxy on it. */
function maySeeMetrics({ people, config }: Runtime, request: IncomingMessage): boolean {
  const { headers, socket } = request;
  const proxied = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  if (!proxied && LOOPBACK.has(socket.remoteAddress ?? "")) return true;
  try {
    return effectiveRing(authenticate(people, headers, cookieName(config.url))) === "admin";
  } catch {
    // A token that is no good sees what nobody sees.
    return false;
  }
}

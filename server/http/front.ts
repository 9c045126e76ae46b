import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { HttpBindings } from "@hono/node-server";
import type { Runtime } from "#registry/runtime";
import { effectiveRing } from "#registry/rings/effective-ring";
import type { Metrics } from "../metrics";
import { authenticate, cookieName } from "./authenticate";
import { describeApi } from "./openapi";
import { preparePage } from "./pages";
import { API_HEADERS } from "./problem";

/** What the process is to those outside: the API first, then the pages. */
export interface Front {
  readonly listener: RequestListener;
  /** Says what /readyz says. */
  setReady(ready: boolean): void;
}

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

export function createFront(
  runtime: Runtime,
  parts: { api: Hono<{ Bindings: HttpBindings }>; metrics: Metrics; pages: Promise<Pages>; dev: boolean },
): Front {
  const { config } = runtime;
  const { api, metrics, pages, dev } = parts;
  const openapi = JSON.stringify(describeApi(config.url));
  let ready = false;
  api.get("/healthz", (context) => context.json({ status: "ok" }));
  api.get("/readyz", (context) => context.json({ status: ready ? "ready" : "starting" }, ready ? 200 : 503));
  api.get("/metrics", async (context) => {
    if (!maySeeMetrics(runtime, context.env.incoming)) return context.json({ status: "not found" }, 404);
    const { type, body } = await metrics.render();
    return context.body(body, 200, { "Content-Type": type });
  });
  const answer = getRequestListener(api.fetch, { overrideGlobalObjects: false });
  const secure = config.url.startsWith("https:");

  return {
    setReady(value) {
      ready = value;
    },
    async listener(request, response) {
      const url = request.url ?? "/";
      if (url === "/api/v1/openapi.json") {
        response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", ...API_HEADERS }).end(openapi);
        return;
      }
      if (/^\/(api\/v1|healthz|readyz|metrics)(?=[/?]|$)/.test(url)) {
        response.once("finish", () => metrics.count(response.statusCode));
        await answer(request, response);
        return;
      }
      preparePage(request, response, { dev, secure });
      await (await pages)(request, response);
    },
  };
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

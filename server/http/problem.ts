import type { Code } from "#registry/errors";
import { Refusal } from "#registry/errors";

const STATUS: Record<string, [status: number, title: string]> = {
  invalid: [400, "Not understood"],
  unauthenticated: [401, "Not signed in"],
  forbidden: [403, "Not allowed"],
  not_found: [404, "Not found"],
  conflict: [409, "Conflict"],
  gone: [410, "Revoked"],
  too_large: [413, "Too large"],
  unprocessable: [422, "Cannot be done as asked"],
  rate_limited: [429, "Too many requests"],
  unavailable: [503, "Not available now"],
  internal: [500, "Something broke here"],
};

/** What a request is answered with. */
export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer | null;
}

/** The HTTP status of a code; finer codes after a dot share their family's. */
export function statusOf(code: Code | "internal"): number {
  return STATUS[code.split(".")[0] as string]?.[0] ?? 500;
}

/** A refusal as RFC 9457 problem document. Anything else is our own fault, and its details stay here. */
export function toProblem(error: unknown): Reply {
  const code = error instanceof Refusal ? error.code : "internal";
  const [status, title] = STATUS[code.split(".")[0] as string] as [number, string];
  const detail =
    error instanceof Refusal
      ? error.message
      : "The registry failed to answer. It is in the log; try again, then tell its operator.";
  const errors = error instanceof Refusal && error.issues.length > 0 ? error.issues : undefined;
  const headers: Record<string, string> = {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...API_HEADERS,
  };
  if (status === 401) headers["WWW-Authenticate"] = 'Bearer realm="masque"';
  if (error instanceof Refusal && error.retryAfter !== undefined)
    headers["Retry-After"] = String(error.retryAfter);
  const body = { type: `/docs/api#${code.replace(".", "-")}`, title, status, detail, code, errors };
  return { status, headers, body: JSON.stringify(body) };
}

/** On every answer of the API: it is data, never a page. */
export const API_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
} as const;

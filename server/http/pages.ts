import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Prepares a request for the pages: a nonce of its own, and a policy that runs nothing without it. */
export function preparePage(
  request: IncomingMessage,
  response: ServerResponse,
  { dev, url }: { dev: boolean; url: string },
): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'self'",
    // The dev server evaluates what it reloads; a built one needs no such thing.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
  request.headers["x-nonce"] = nonce;
  request.headers["content-security-policy"] = policy;
  // Next holds a form's origin against the host: behind a proxy that is the public one.
  if (request.headers["x-forwarded-for"] !== undefined)
    request.headers["x-forwarded-host"] = new URL(url).host;
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  if (url.startsWith("https:")) response.setHeader("Strict-Transport-Security", "max-age=31536000");
}

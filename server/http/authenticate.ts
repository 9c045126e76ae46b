import type { IncomingHttpHeaders } from "node:http";
import { type Actor, OUTSIDER } from "#registry/actor";
import { Refusal } from "#registry/errors";
import { actorOf, type People } from "#registry/rings/people";

/** The cookie in which next-auth keeps our session id; its secure name where the address is https. */
export function cookieName(url: string): string {
  return url.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** Finds out who sends a request. A token that is unknown or spent is an error; a stale cookie is just nobody. */
export function authenticate(people: People, headers: IncomingHttpHeaders, cookie: string): Actor {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const [scheme, secret] = authorization.split(" ", 2);
    const actor = scheme?.toLowerCase() === "bearer" && secret ? people.findActor(secret) : undefined;
    if (actor) return actor;
    throw new Refusal(
      "unauthenticated",
      "This token is unknown, expired or revoked. Make a new one under You, or send none.",
    );
  }
  // Only our own pages may speak with the browser's session: no other site's form or script.
  if (headers.cookie === undefined || headers["sec-fetch-site"] !== "same-origin") return OUTSIDER;
  return actorOf(people, readCookie(headers.cookie, cookie));
}

/** The value of one cookie. */
export function readCookie(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}

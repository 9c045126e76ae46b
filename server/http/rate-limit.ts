import type { IncomingMessage } from "node:http";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "#registry/actor";
import { Refusal } from "#registry/errors";

/** Counts a request against its caller's minute; refuses when that is used up. */
export type RateLimit = (actor: Actor, request: IncomingMessage) => Promise<void> | undefined;

/** `points` requests a minute for each member, and for each address that sends none; undefined counts nothing. */
export function createRateLimit(points: number | undefined): RateLimit {
  if (points === undefined) return () => undefined;
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (actor, request) => {
    const key = actor.kind === "member" ? actor.member.id : addressOf(request);
    try {
      await limiter.consume(key);
    } catch (rejected) {
      const seconds = Math.ceil((rejected as RateLimiterRes).msBeforeNext / 1000);
      throw new Refusal(
        "rate_limited",
        `That was more than ${points} requests in a minute. Wait ${seconds} s.`,
        [],
        seconds,
      );
    }
  };
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Whether a request comes from this machine itself, and not through a proxy on it. */
export function isLocal({ headers, socket }: IncomingMessage): boolean {
  const proxied = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return !proxied && LOOPBACK.has(socket.remoteAddress ?? "");
}

/** Where a request comes from. A proxy is believed only on this machine, and only what it added itself: the last entry. */
function addressOf({ headers, socket }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? "unknown";
  const forwarded = headers["x-forwarded-for"];
  if (forwarded === undefined || !LOOPBACK.has(peer)) return peer;
  return [forwarded].flat().join(",").split(",").at(-1)?.trim() || peer;
}

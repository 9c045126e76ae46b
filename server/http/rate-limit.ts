import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "#registry/actor";
import { Refusal } from "#registry/errors";

/** Counts a request against its caller's minute; refuses when that is used up. */
export type RateLimit = (actor: Actor, address: string | undefined) => Promise<void> | undefined;

/** `points` requests a minute for each member, and for each address that sends none; undefined counts nothing. */
export function createRateLimit(points: number | undefined): RateLimit {
  if (points === undefined) return () => undefined;
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (actor, address = "unknown") => {
    const key = actor.kind === "member" ? actor.member.id : address;
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

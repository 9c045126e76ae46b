import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "#registry/errors";

const FAILURES = 10;
const WINDOW_SECONDS = 300;

/** Failed passwords for each handle, known or not: guessing is slow, and says nothing about who exists. */
export interface Attempts {
  /** Refuses when there have been too many failures lately. */
  require(handle: string): Promise<void>;
  failed(handle: string): Promise<void>;
  succeeded(handle: string): Promise<void>;
}

export function createAttempts(): Attempts {
  const limiter = new RateLimiterMemory({ points: FAILURES, duration: WINDOW_SECONDS });
  return {
    async require(handle) {
      const known = await limiter.get(handle);
      if (known === null || known.consumedPoints < FAILURES) return;
      const seconds = Math.ceil(known.msBeforeNext / 1000);
      throw new Refusal(
        "rate_limited",
        `Too many wrong passwords for this handle. Wait ${seconds} s.`,
        [],
        seconds,
      );
    },
    async failed(handle) {
      await limiter.consume(handle).catch((rejected: RateLimiterRes | Error) => {
        if (rejected instanceof Error) throw rejected;
      });
    },
    async succeeded(handle) {
      await limiter.delete(handle);
    },
  };
}

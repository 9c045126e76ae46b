/** Where time comes from. Tests hand in their own, so that nothing ever sleeps to pass. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

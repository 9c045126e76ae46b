/** The value that so great a share (0 to 1) of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value: what one slow moment of a shared machine does not move. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

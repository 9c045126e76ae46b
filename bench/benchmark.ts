/** How much a benchmark does: all of it, or just enough to see that it runs. */
export type Size = "full" | "smoke";

/** One figure, and what it is held against. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The peer of the same run with its own figure: `node:http 41,200 /s`. */
  readonly against?: string;
  /** How many times the peer's figure this is. */
  readonly ratio?: number;
  /** In words: `≥ 0.5 ×`, `≤ 400 MB`. */
  readonly limit?: string;
  readonly ok: boolean;
  /** Why the figure is what it is; shown where it misses its limit. */
  readonly note?: string;
}

/** Figures that belong together. Rejects when it cannot run; a missed limit is a figure, not a failure. */
export interface Benchmark {
  readonly name: string;
  run(size: Size): Promise<Row[]>;
}

type Figure = Pick<Row, "name" | "value" | "unit" | "note">;

/** A figure that has a limit of its own, in its own unit. */
export function atMost(most: number, figure: Figure): Row {
  return { ...figure, limit: `≤ ${most} ${figure.unit}`, ok: figure.value <= most };
}

/** A figure next to a peer's, in the same unit; held to a proportion where one is given. */
export function inProportion(
  peer: { name: string; value: number },
  { least, most }: { least?: number; most?: number },
  figure: Figure,
): Row {
  const ratio = figure.value / peer.value;
  const limit = least !== undefined ? `≥ ${least} ×` : most !== undefined ? `≤ ${most} ×` : undefined;
  const ok = ratio >= (least ?? 0) && ratio <= (most ?? Number.POSITIVE_INFINITY);
  return { ...figure, against: `${peer.name} ${formatNumber(peer.value)}`, ratio, limit, ok };
}

/** A figure as people read it: three digits that count, thousands apart. */
export function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

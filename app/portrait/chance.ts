/** Draws that follow from a text alone: the same text gives the same draws in the same order, everywhere. */
export interface Chance {
  /** One of `options`, each as likely as the others. */
  pick<T>(options: readonly [T, ...T[]]): T;
  /** A number from `low` to `high`, to one decimal. */
  between(low: number, high: number): number;
}

/** Not for secrets: FNV-1a over the text seeds a mulberry32 sequence. */
export function chanceOf(text: string): Chance {
  let seed = 0x811c9dc5;
  for (const character of text) {
    seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const draw = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    pick: (options) => options[Math.floor(draw() * options.length)] ?? options[0],
    between: (low, high) => Math.round((low + draw() * (high - low)) * 10) / 10,
  };
}

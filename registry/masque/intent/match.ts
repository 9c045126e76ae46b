/** Whether the whole of `text` is the parts, with one or more characters between each two. */
export function matchesWhole(parts: string[], text: string): boolean {
  const last = parts.at(-1) ?? "";
  const rest = text.slice(0, text.length - last.length);
  if (parts.length === 1) return text === last;
  return text.endsWith(last) && (followParts(parts.slice(0, -1), rest, 0) ?? rest.length) < rest.length;
}

/**
 * Whether the parts follow one another in `text`, the first right at `from`: where they end, or undefined. The
 * leftmost place for each part is always good enough, so nothing is ever tried twice.
 */
export function followParts(parts: string[], text: string, from: number): number | undefined {
  let at = from;
  for (const [index, part] of parts.entries()) {
    const found = index ? text.indexOf(part, at + 1) : text.startsWith(part, at) ? at : -1;
    if (found < 0) return undefined;
    at = found + part.length;
  }
  return at;
}

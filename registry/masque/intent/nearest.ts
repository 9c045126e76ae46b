import type { Pattern } from "./prepare";

/** The allowed pattern whose verb begins most like the clause; the first of equals. */
export function nearestPattern(clause: string, allowed: Pattern[]): string | undefined {
  let longest = -1;
  let nearest: string | undefined;
  for (const { source, forms } of allowed) {
    const [verb = ""] = forms;
    let alike = 0;
    while (alike < verb.length && verb[alike] === clause[alike]) alike++;
    if (alike > longest) {
      longest = alike;
      nearest = source;
    }
  }
  return nearest;
}

import { generousHeads } from "./heads";
import { followParts } from "./match";
import type { Pattern } from "./prepare";
import type { Sentence } from "./words";

/** A denied pattern that was met: as an action, which refuses, or as a mention ("who deleted it"), which does not. */
export interface Denial {
  text: string;
  pattern: string;
  list: "denied" | "mention";
}

/** The denied patterns that a text meets, each reported once; a denial outweighs a mention. */
export function findDenials(byForm: Map<string, Pattern[]>, sentences: Sentence[]): Denial[] {
  const found = new Map<Pattern, Denial>();
  for (const sentence of sentences) readSentence(byForm, sentence, found);
  return [...found.values()];
}

function readSentence(byForm: Map<string, Pattern[]>, sentence: Sentence, found: Map<Pattern, Denial>): void {
  const { text, words } = sentence;
  const heads = generousHeads(sentence);
  // What follows a verb gets only shorter, so parts that are missing once are missing from there on.
  const hopeless = new Set<Pattern>();
  for (const [i, word] of words.entries()) {
    for (const pattern of byForm.get(word.text) ?? []) {
      const known = found.get(pattern);
      if (hopeless.has(pattern) || known?.list === "denied" || (known && !heads[i])) continue;
      const { parts, source } = pattern;
      const first = parts[0] ?? "";
      const at = [word.end + 1, words[i + 1]?.start ?? text.length].find((place) =>
        text.startsWith(first, place),
      );
      if (at === undefined) continue;
      if (followParts(parts, text, at) === undefined) hopeless.add(pattern);
      else {
        const list = heads[i] ? "denied" : "mention";
        found.set(pattern, { text: text.slice(word.start, word.start + 200), pattern: source, list });
      }
    }
  }
}

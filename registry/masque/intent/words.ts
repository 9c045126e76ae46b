/** A word and where it stands. `gap` is what lies between it and the word before: spaces, marks. */
export interface Word {
  text: string;
  start: number;
  end: number;
  gap: string;
}

const CLOSING = "\"')]}*_";
const EDGE = ".-'_";

/** The words of one sentence. Dots, hyphens, apostrophes inside a word belong to it: nginx.conf, re-deploy, let's. */
export function wordsOf(sentence: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of sentence.matchAll(/[\p{L}\p{N}\p{M}'._-]+/gu)) {
    let start = match.index;
    let end = start + match[0].length;
    while (start < end && EDGE.includes(sentence.charAt(start))) start++;
    while (end > start && EDGE.includes(sentence.charAt(end - 1))) end--;
    if (start === end) continue;
    words.push({ text: sentence.slice(start, end), start, end, gap: sentence.slice(last, start) });
    last = end;
  }
  return words;
}

/** How many marks stand right before the word, as in `[ops`: they belong to no word, and a pattern may begin with them. */
export function marksBefore({ gap }: Word): number {
  return gap.length - 1 - gap.lastIndexOf(" ");
}

/** A sentence with its words. */
export interface Sentence {
  text: string;
  words: Word[];
}

/** Cuts at line ends, and at `.`, `!` and `?` before a space or the end, so that v2.3 and nginx.conf stay whole. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/[\n-\r\x85\u2028\u2029.!?。]/g)) {
    let end = index + 1;
    if (/[.!?]/.test(mark)) {
      while (end < text.length && CLOSING.includes(text.charAt(end))) end++;
      if (end < text.length && /\S/.test(text.charAt(end))) continue;
    }
    sentences.push(tidy(text.slice(start, end)));
    start = end;
  }
  sentences.push(tidy(text.slice(start)));
  return sentences.filter(Boolean).map((sentence) => ({ text: sentence, words: wordsOf(sentence) }));
}

/** Single spaces, none outside, and no mark at the end. One pass without backtracking, however long a run is. */
export function tidy(text: string): string {
  const spaced = text.replace(/\s+/g, " ");
  let start = 0;
  let end = spaced.length;
  while (start < end && spaced[start] === " ") start++;
  while (end > start && " .,;:!?&".includes(spaced.charAt(end - 1))) end--;
  return spaced.slice(start, end);
}

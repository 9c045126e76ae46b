import type { Sentence, Word } from "./words";

const set = (words: string) => new Set(words.split(" "));

/** Words that fall away before a clause's verb: "please", "I need to", "can you help me". docs/programs.md lists them. */
const FILLERS = set(
  "please pls plz kindly just now also first next finally again ok okay hey hi hello there thanks so well right i we us you me let lets need needs needed want wants wanted would like have has had got to will shall should must can could may might gonna going go about able looking planning am are is be been help try trying start starting begin continue keep finish time mind it todo task goal intent urgent asap team",
);

// After these a new action may begin, so a denied verb counts there. The comma and its like do the same.
const INTRO = set("and or nor but then plus by via to before after while until so instead");
const BESIDES = set("make sure ensure remember proceed maybe perhaps even still always soon");
const MARK = /[,;!?()[\]{}|&+>—–•→]|[-.:/]["')]*\s/;

/** Whether the word is a label: `[ops]`, `ABC-12:`, `#7`, `1.`, `b)`. */
function isLabel(sentence: string, { text, gap, end }: Word): boolean {
  const after = sentence.charAt(end);
  if (gap.endsWith("[")) return after === "]";
  if (gap.endsWith("#")) return /^\d+$/.test(text);
  return (
    /^[a-z][a-z0-9]*-\d+$/.test(text) || (/^(\d{1,3}|[a-z])$/.test(text) && (!after || ".):".includes(after)))
  );
}

/** Whether the word before a clause's verb says nothing about the action: a filler or a label. */
export function fallsAway(sentence: string, word: Word): boolean {
  return FILLERS.has(word.text.replace(/'(d|ll|m|re|s|ve)$/, "")) || isLabel(sentence, word);
}

/**
 * For each word whether an action may begin there, found generously: at the start, after a mark or an introducing
 * word, and after fillers, labels and adverbs that stand at such a place.
 */
export function generousHeads({ text, words }: Sentence): boolean[] {
  const heads: boolean[] = [];
  for (const [i, { gap }] of words.entries()) {
    const previous = words[i - 1];
    heads.push(
      !previous ||
        MARK.test(gap) ||
        INTRO.has(previous.text) ||
        (heads[i - 1] === true &&
          (gap === "/" ||
            fallsAway(text, previous) ||
            BESIDES.has(previous.text) ||
            /..ly$/.test(previous.text))),
    );
  }
  return heads;
}

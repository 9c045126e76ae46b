import { findDenials } from "./denials";
import { fallsAway } from "./heads";
import { matchesWhole } from "./match";
import { nearestPattern } from "./nearest";
import { fold, invisibleIn, normalise } from "./normalise";
import type { Pattern, PreparedIntent } from "./prepare";
import { marksBefore, type Sentence, sentencesOf, tidy, type Word } from "./words";

/** One piece of an intent and what became of it. */
export interface Clause {
  text: string;
  /** The pattern that decided, as its author wrote it. */
  pattern?: string;
  /** `mention`: a denied verb that is spoken of, not announced. `detail`: a later sentence. `none`: nothing matched. */
  list: "allowed" | "denied" | "mention" | "detail" | "none";
}

/** What an intent's check says, and why. */
export interface IntentAnswer {
  allowed: boolean;
  clauses: Clause[];
  /** When nothing matched: the allowed pattern that comes closest. */
  nearest?: string;
  /** One sentence for a person. */
  explain: string;
  /** How the intent was read, and which fillers, labels and invisible characters (`U+200B`) fell away. */
  normalised: { text: string; removed: string[] };
}

// So many words before a verb may be fillers. More are no longer speech, and a bound keeps matching linear.
const MOST_FILLERS = 16;

/**
 * The check of a masque's intents: denied generously, allowed strictly, in time linear in the intent's length. The
 * compiled program carries this very code.
 */
export function intentCheck({ allowed, denied }: PreparedIntent): (stated: string) => IntentAnswer {
  const allowedBy = byForm(allowed);
  const deniedBy = byForm(denied);

  return (stated) => {
    const normal = normalise(stated);
    const sentences = sentencesOf(normal);
    const hidden = invisibleIn(stated);
    const removed = new Set(hidden);
    let clauses: Clause[] = [];
    let first = 0;
    for (; clauses.length === 0 && first < sentences.length; first++) {
      clauses = readFirst(sentences[first] as Sentence, removed);
    }
    for (const { text } of sentences.slice(first)) clauses.push({ text, list: "detail" });
    // Denials read without accents, and where something invisible may have joined two words, with a space there too.
    const readings = new Set([fold(normal), hidden.length > 0 ? fold(normalise(stated, " ")) : normal]);
    const met = findDenials(
      deniedBy,
      [...readings].flatMap((reading) => (reading === normal ? sentences : sentencesOf(reading))),
    );
    const refused = met.filter(({ list }) => list === "denied");
    const unmatched = clauses.find(({ list }) => list === "none");
    const nearest = unmatched && nearestPattern(unmatched.text, allowed);
    return {
      allowed: clauses.length > 0 && !unmatched && refused.length === 0,
      clauses: [
        ...clauses.filter(({ pattern, text }) => pattern || !refused.some((one) => one.text === text)),
        ...met,
      ],
      ...(nearest && { nearest }),
      explain: explain(clauses, refused[0], unmatched, nearest),
      normalised: { text: sentences.map(({ text }) => text).join(". "), removed: [...removed] },
    };
  };

  /** The clauses of a first sentence, each with the allowed pattern that it matches. None when it is all fillers. */
  function readFirst({ text, words }: Sentence, removed: Set<string>): Clause[] {
    // For each word the next one that is more than a filler: what a comma or an "and" leads to.
    const solid: (Word | undefined)[] = [];
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i] as Word;
      solid[i] = joins(word) || fallsAway(text, word) ? solid[i + 1] : word;
    }
    const clauses: Clause[] = [];
    let from = 0;
    for (let i = 0; i <= words.length; i++) {
      const word = words[i];
      const next = solid[i]?.text ?? "";
      const then = word?.text === "then";
      const parts =
        word && (joins(word) || /[,&]/.test(word.gap)) && (allowedBy.has(next) || deniedBy.has(next));
      if (word && !parts && !then && !word.gap.includes(";")) continue;
      clauses.push(...readClause(text, words, from, i, removed));
      from = word && (then || joins(word)) ? i + 1 : i;
    }
    return clauses;
  }

  function readClause(
    sentence: string,
    words: Word[],
    from: number,
    to: number,
    removed: Set<string>,
  ): Clause[] {
    const start = from && words[from] ? words[from].start - marksBefore(words[from]) : 0;
    const text = tidy(sentence.slice(start, words[to]?.start));
    const end = start + text.length;
    for (let i = from; i < to && i <= from + MOST_FILLERS; i++) {
      const word = words[i] as Word;
      const rest = sentence.slice(word.end, end);
      const object = rest.replace(/^[\s:,]+/, "");
      // "deploy/wipe x" and "deploy(x)" begin with something else than the verb.
      const alike = object !== rest || !rest ? allowedBy.get(word.text) : undefined;
      const pattern = alike?.find(({ parts }) => matchesWhole(parts, object))?.source;
      if (pattern !== undefined) {
        for (const { text: filler } of words.slice(from, i)) removed.add(filler);
        return [{ text, pattern, list: "allowed" }];
      }
      if (!fallsAway(sentence, word)) return [{ text, list: "none" }];
    }
    return to - from > MOST_FILLERS ? [{ text, list: "none" }] : [];
  }
}

function byForm(patterns: Pattern[]): Map<string, Pattern[]> {
  const index = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    for (const form of pattern.forms) {
      const alike = index.get(form);
      if (alike) alike.push(pattern);
      else index.set(form, [pattern]);
    }
  }
  return index;
}

function joins({ text }: Word): boolean {
  return text === "and" || text === "or";
}

function explain(clauses: Clause[], refused?: Clause, unmatched?: Clause, nearest?: string): string {
  if (refused) return `"${refused.text}" is denied by the pattern "${refused.pattern}".`;
  if (unmatched) {
    return `No allowed pattern matches "${unmatched.text}".${nearest ? ` The nearest is "${nearest}".` : ""}`;
  }
  const matched = clauses.filter(({ pattern }) => pattern);
  if (matched.length === 0) return "No intent was stated.";
  return `Allowed: ${matched.map(({ text, pattern }) => `"${text}" by "${pattern}"`).join(", ")}.`;
}

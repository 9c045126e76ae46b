import { inflections } from "./inflect";
import { fold, normalise, normalisePattern } from "./normalise";
import { tidy } from "./words";

/** A pattern made ready for matching: all that needs English or thought is done here, once for each version. */
export interface Pattern {
  /** As the author wrote it. */
  source: string;
  /** Every form of its verb. */
  forms: string[];
  /** The literal parts between the stars that follow the verb. */
  parts: string[];
}

/** Both lists of an intent, ready. Plain data: a compiled program carries it as it stands. */
export interface PreparedIntent {
  allowed: Pattern[];
  denied: Pattern[];
}

/** Makes an intent's patterns ready. Everything but `*` is literal: brackets, dots and backslashes mean themselves. */
export function prepareIntent(intent: { allowed: string[]; denied: string[] }): PreparedIntent {
  return {
    allowed: intent.allowed.map((source) => parsePattern(source, normalisePattern(source))),
    denied: intent.denied.map((source) => {
      const pattern = parsePattern(source, fold(normalise(normalisePattern(source))));
      const { parts } = pattern;
      // A denial needs not reach the end, so a star there adds nothing, and "delete *" denies a bare "delete".
      if (parts.length > 1 && parts.at(-1) === "") parts.splice(-2, 2, (parts.at(-2) ?? "").trimEnd());
      return pattern;
    }),
  };
}

function parsePattern(source: string, normal: string): Pattern {
  const text = tidy(normal);
  const first = text.split(" ", 1)[0] ?? "";
  // A first word of several, as in "stop/restart *", stands for each of them.
  const verbs = first.split(/[^\p{L}\p{N}\p{M}'._-]+/u).filter(Boolean);
  return {
    source,
    forms: [...new Set(verbs.flatMap((verb) => [...inflections(verb)]))],
    parts: text.slice(first.length).trim().split("*"),
  };
}

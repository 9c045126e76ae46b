import { normalisePattern } from "../intent/normalise";
import { quote } from "../quote";
import type { Change, Effect } from "./change";

type List = "allowed" | "denied";

/** What became of the patterns of one list. Order, case and spacing mean nothing and are neutral. */
export function diffPatterns(list: List, before: string[], after: string[]): Change[] {
  const changes = [
    ...missing(list, before, after, (pattern, path, covered) => ({
      ...{ path, before: null, after: pattern },
      ...added(list, pattern, covered),
    })),
    ...missing(list, after, before, (pattern, path, covered) => ({
      ...{ path, before: pattern, after: null },
      ...removed(list, pattern, covered),
    })),
  ];
  if (changes.length > 0 || JSON.stringify(before) === JSON.stringify(after)) return changes;
  const explain = `The ${list} patterns are ordered or spelled differently and mean the same.`;
  return [{ path: `intent.${list}`, before, after, effect: "neutral", explain }];
}

/** The patterns of `there` that are not in `here`, with the pattern of `here` that already does their work. */
function missing(
  list: List,
  here: string[],
  there: string[],
  change: (pattern: string, path: string, covered: string | undefined) => Change,
): Change[] {
  const known = new Set(here.map(normalisePattern));
  return there.flatMap((pattern, index) =>
    known.has(normalisePattern(pattern))
      ? []
      : [
          change(
            pattern,
            `intent.${list}[${index}]`,
            here.find((wide) => covers(list, normalisePattern(wide), normalisePattern(pattern))),
          ),
        ],
  );
}

function added(
  list: List,
  pattern: string,
  covered: string | undefined,
): { effect: Effect; explain: string } {
  const verb = list === "allowed" ? "allows" : "denies";
  if (covered !== undefined) {
    return { effect: "neutral", explain: `${quote(covered)} already ${verb} what ${quote(pattern)} does.` };
  }
  return list === "allowed"
    ? { effect: "widening", explain: `Intents like ${quote(pattern)} are newly allowed.` }
    : { effect: "narrowing", explain: `Intents like ${quote(pattern)} are newly denied.` };
}

function removed(
  list: List,
  pattern: string,
  covered: string | undefined,
): { effect: Effect; explain: string } {
  const verb = list === "allowed" ? "allows" : "denies";
  if (covered !== undefined) {
    return { effect: "neutral", explain: `${quote(covered)} still ${verb} what ${quote(pattern)} did.` };
  }
  return list === "allowed"
    ? { effect: "narrowing", explain: `Intents like ${quote(pattern)} are no longer allowed.` }
    : { effect: "widening", explain: `Intents like ${quote(pattern)} are no longer denied.` };
}

/** Whether `wide` certainly does all that `narrow` does. When in doubt it says no, and the change is shown. */
function covers(list: List, wide: string, narrow: string): boolean {
  if (wide === "*") return true;
  if (list === "denied") {
    // A denial needs not reach the end, so a trailing star adds nothing to it.
    const head = wide.replace(/ ?\*$/, "");
    return (
      narrow === head || narrow.startsWith(wide.endsWith("*") && !wide.endsWith(" *") ? head : `${head} `)
    );
  }
  const head = wide.slice(0, -1);
  return wide.endsWith(" *") && head.indexOf("*") === -1 && narrow.startsWith(head) && narrow !== head;
}

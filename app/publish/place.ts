import { ENTRY, type Step } from "./schema-node";

/** Where in a masque one is writing. */
export interface Place {
  /** The way from the top to the mapping or list that one writes in, or to the key whose value one writes. */
  path: Step[];
  /** Whether a key is being written, or a value. */
  writes: "key" | "value";
  /** Where the word under the cursor begins in its line. */
  start: number;
  /** Keys that stand in the same mapping already. */
  siblings: string[];
}

const LINE = /^(?<indent> *)(?<dash>- +)?(?<rest>.*)$/;
const KEY = /^(["']?)(?<key>[\w.-]+)\1:(?: |$)/;

/**
 * Finds out from indentation alone where the cursor is, because a draft is rarely valid YAML while it is being written.
 * `lines` end with the line of the cursor, cut off there; `after` are those below. Undefined inside a block of text.
 */
export function findPlace(lines: readonly string[], after: readonly string[]): Place | undefined {
  const current = parse(lines.at(-1) ?? "");
  const above = lines.slice(0, -1).map(parse);
  const typed = KEY.exec(current.rest);
  const path: Step[] | undefined = ancestors(
    above,
    current.column - (current.dash ? current.dash.length : 0),
    current.dash !== undefined,
  );
  if (!path) return undefined;
  if (typed) {
    const value = current.rest.slice(typed[0].length);
    const inList = /^\[(?:[^\]]*, *)?/.exec(value);
    const skipped = typed[0].length + (inList?.[0].length ?? 0);
    const steps: Step[] = [...path, typed.groups?.key ?? "", ...(inList ? ([ENTRY] as const) : [])];
    return { path: steps, writes: "value", start: current.column + skipped, siblings: [] };
  }
  if (!/^["']?[\w.-]*$/.test(current.rest) && current.dash === undefined) return undefined;
  const siblings = [
    ...around(above.toReversed(), current.column),
    ...around(after.map(parse), current.column),
  ];
  return { path, writes: "key", start: current.column, siblings };
}

interface Line {
  blank: boolean;
  /** Where the content begins, behind any dash. */
  column: number;
  dash?: string;
  rest: string;
}

function parse(line: string): Line {
  const { indent = "", dash, rest = "" } = LINE.exec(line)?.groups ?? {};
  const column = indent.length + (dash?.length ?? 0);
  return { blank: /^(#.*)?$/.test(rest.trim()) && dash === undefined, column, dash, rest };
}

/** The steps that lead to column `indent`; undefined when they lead through a block of text. */
function ancestors(above: readonly Line[], indent: number, inEntry: boolean): Step[] | undefined {
  const steps: Step[] = inEntry ? [ENTRY] : [];
  let limit = indent;
  for (const line of above.toReversed()) {
    if (line.blank) continue;
    const key = KEY.exec(line.rest);
    const dashColumn = line.dash === undefined ? undefined : line.column - line.dash.length;
    // A list may stand at the column of the key that holds it.
    const holds =
      line.column < limit || (steps[0] === ENTRY && line.column === limit && dashColumn === undefined);
    if (holds && key) {
      if (/[|>][+-]?\d?\s*$/.test(line.rest)) return undefined;
      steps.unshift(key.groups?.key ?? "");
      limit = line.column;
    }
    if (dashColumn !== undefined && dashColumn < limit && line.column <= limit) {
      steps.unshift(ENTRY);
      limit = dashColumn;
    }
    if (limit === 0 && steps[0] !== ENTRY) break;
  }
  return steps;
}

/** Keys at `column` in lines that go away from the cursor, as far as the same mapping reaches. */
function around(lines: readonly Line[], column: number): string[] {
  const keys: string[] = [];
  for (const line of lines) {
    if (line.blank) continue;
    if (line.column < column) break;
    const key = line.column === column ? KEY.exec(line.rest)?.groups?.key : undefined;
    if (key) keys.push(key);
    if (line.dash !== undefined && line.column === column) break;
  }
  return keys;
}

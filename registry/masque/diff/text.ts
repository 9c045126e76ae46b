import { diffLines, diffWordsWithSpace, formatPatch, structuredPatch } from "diff";

/** A stretch of text that both sides share, or that only one of them has. */
export interface Segment {
  kind: "same" | "added" | "removed";
  text: string;
}

// Past so many edits a finer comparison costs time that a hostile text would like us to spend, and helps nobody.
const MOST_EDITS = 500;

/**
 * Two texts word by word. "same" with "removed" gives back `before`, "same" with "added" gives `after`. Texts with
 * next to nothing in common fall back to whole lines, then to one removal and one addition.
 */
export function diffText(before: string | null, after: string | null): Segment[] {
  const [from, to] = [before ?? "", after ?? ""];
  const limit = { maxEditLength: MOST_EDITS };
  const parts = diffWordsWithSpace(from, to, limit) ?? diffLines(from, to, limit);
  if (parts) {
    return parts.map(({ value, added, removed }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value,
    }));
  }
  return [
    { kind: "removed", text: from },
    { kind: "added", text: to },
  ];
}

/** Two sources as a unified diff with three lines of context; empty when they are the same. Names appear in its head. */
export function unifiedDiff(names: { from: string; to: string }, before: string, after: string): string {
  if (before === after) return "";
  const options = { context: 3, maxEditLength: MOST_EDITS };
  const patch = structuredPatch(names.from, names.to, before, after, "", "", options);
  if (patch) return formatPatch(patch);
  const [removed, added] = [lines("-", before), lines("+", after)];
  return [
    `--- ${names.from}`,
    `+++ ${names.to}`,
    `@@ -1,${removed.count} +1,${added.count} @@`,
    ...removed.lines,
    ...added.lines,
    "",
  ].join("\n");
}

function lines(sign: "-" | "+", text: string): { count: number; lines: string[] } {
  const ended = text.endsWith("\n");
  const all = (ended ? text.slice(0, -1) : text).split("\n").map((line) => sign + line);
  return { count: all.length, lines: ended ? all : [...all, "\\ No newline at end of file"] };
}

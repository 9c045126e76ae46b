import { quote } from "../quote";
import type { Change } from "./change";

/**
 * What became of the knowledge pointers. A pointer reaches itself and what lies below it, one without a path its
 * whole server; so a pointer inside another's reach gives and takes nothing.
 */
export function diffPointers(before: string[], after: string[]): Change[] {
  const changes: Change[] = [];
  after.forEach((pointer, index) => {
    if (before.includes(pointer)) return;
    const wide = before.find((other) => reaches(other, pointer));
    const known = before.some((other) => server(other) === server(pointer));
    changes.push({
      path: `knowledge[${index}]`,
      before: null,
      after: pointer,
      effect: wide === undefined ? "widening" : "neutral",
      explain:
        wide !== undefined
          ? `${quote(wide)} already reaches ${quote(pointer)}.`
          : known
            ? `${quote(pointer)} reaches further into a server that was pointed to only in part.`
            : `${quote(pointer)} points to a new server.`,
    });
  });
  before.forEach((pointer, index) => {
    if (after.includes(pointer)) return;
    const wide = after.find((other) => reaches(other, pointer));
    changes.push({
      path: `knowledge[${index}]`,
      before: pointer,
      after: null,
      effect: wide === undefined ? "narrowing" : "neutral",
      explain:
        wide === undefined
          ? `${quote(pointer)} can no longer be looked up.`
          : `${quote(wide)} still reaches ${quote(pointer)}.`,
    });
  });
  if (changes.length > 0 || JSON.stringify(before) === JSON.stringify(after)) return changes;
  const explain = "The pointers are in another order, which means nothing.";
  return [{ path: "knowledge", before, after, effect: "neutral", explain }];
}

function server(pointer: string): string {
  return pointer.split("/", 3).join("/").toLowerCase();
}

function reaches(wide: string, narrow: string): boolean {
  if (server(wide) !== server(narrow)) return false;
  const path = wide.slice(server(wide).length).replace(/\/+$/, "");
  return `${narrow.slice(server(narrow).length).replace(/\/+$/, "")}/`.startsWith(`${path}/`);
}

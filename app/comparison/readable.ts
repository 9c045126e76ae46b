import type { Segment } from "#registry/masque/diff/text";

/** So few words in common, between two changes, are an accident and not a thread to follow. */
const FEW_WORDS = 3;

/**
 * A word diff as a person reads it: what was rewritten stands as one removal and one addition, not as shreds around the
 * words that both happen to share. Both sides still read exactly as they were.
 */
export function readable(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed) result.push({ kind: "removed", text: removed });
    if (added) result.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  segments.forEach(({ kind, text }, index) => {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (removed && added && index < segments.length - 1 && isAccident(text)) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push({ kind, text });
    }
  });
  flush();
  return result;
}

function isAccident(text: string): boolean {
  return !text.includes("\n\n") && (text.match(/\S+/g)?.length ?? 0) <= FEW_WORDS;
}

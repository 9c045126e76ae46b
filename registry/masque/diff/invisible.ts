/** One character that a reader would not see, or would take for another. */
export interface Invisible {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as editors and the YAML parser count. */
  column: number;
  /** `U+200B`. */
  codepoint: string;
  /** What it is, in words. */
  name: string;
}

const NAMES: Record<number, string> = {
  160: "no-break space",
  173: "soft hyphen",
  847: "combining grapheme joiner",
  1564: "Arabic letter mark",
  6158: "Mongolian vowel separator",
  8203: "zero width space",
  8204: "zero width non-joiner",
  8205: "zero width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "pop directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "pop directional isolate",
  10240: "blank Braille pattern",
  65279: "byte order mark",
  65532: "object replacement character",
};

// In this order the first that fits gives the name.
const KINDS: [RegExp, string][] = [
  [/[\u{e0000}-\u{e007f}]/u, "tag character"],
  [/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]/u, "variation selector"],
  [/[\u115f\u1160\u3164\uffa0]/u, "Hangul filler"],
  [/\p{Zs}/u, "space that is not the space bar's"],
  [/\p{Cc}/u, "control character"],
  [/\p{Cs}/u, "half of a surrogate pair"],
  [/\p{Cf}|\p{Default_Ignorable_Code_Point}/u, "invisible format character"],
];

const SUSPECT =
  /(?![\t\n\r ])[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc]|\r(?!\n)/gu;

/**
 * Everything in `text` that shows nothing or shows something else: zero-width, bidirectional and tag characters,
 * variation selectors, unusual spaces, controls. Joiners inside an emoji are reported too: the reader decides.
 */
export function findInvisible(text: string): Invisible[] {
  const found: Invisible[] = [];
  let line = 1;
  let lineStart = 0;
  let next = text.indexOf("\n");
  for (const match of text.matchAll(SUSPECT)) {
    while (next !== -1 && next < match.index) {
      line += 1;
      lineStart = next + 1;
      next = text.indexOf("\n", lineStart);
    }
    const point = match[0].codePointAt(0) ?? 0;
    found.push({
      line,
      column: match.index - lineStart + 1,
      codepoint: `U+${point.toString(16).toUpperCase().padStart(4, "0")}`,
      name: NAMES[point] ?? KINDS.find(([kind]) => kind.test(match[0]))?.[1] ?? "invisible character",
    });
  }
  return found;
}

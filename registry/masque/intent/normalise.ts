// What shows nothing on the screen: controls, soft hyphens, joiners, direction marks, fillers, selectors, tags.
const INVISIBLE =
  /(?![\t-\r\x85])(?:\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\p{Cc}\p{Cf}\u115f\u1160\u17b4\u17b5\u2065\u2800\u3164\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}])/gu;
const PLAIN = /^[\n -_a-~]*$/;

// Letters of other scripts that pass for Latin ones; the second string holds what each is read as.
const LOOKALIKE = "аеорсухіјѕһԁԛԝвкмнтοαρτυνκιεηıɡ";
const LATIN = "aeopcyxijshdqwbkmhtoaptuvkienig";

/** Invisible characters of `text`, each once, as `U+200B`. */
export function invisibleIn(text: string): string[] {
  return [...new Set(PLAIN.test(text) ? [] : text.match(INVISIBLE))].map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

/** One spelling for one meaning: nothing invisible, compatibility forms made plain (NFKC), lower case, straight quotes. */
export function normalise(text: string, invisible = ""): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(INVISIBLE, invisible)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"');
}

/** As {@link normalise}, and without accents and look-alikes: how denials read, who would rather see too much. */
export function fold(normal: string): string {
  return /[^\0-\x7f]/.test(normal)
    ? normal
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/[\u0131-\u0530]/g, (letter) => LATIN[LOOKALIKE.indexOf(letter)] ?? letter)
    : normal;
}

/** A pattern as the matcher sees it. Two patterns that normalise alike mean the same. */
export function normalisePattern(pattern: string): string {
  return normalise(pattern).replace(/\s+/g, " ").replace(/\*+/g, "*").trim();
}

const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Text from outside, made safe to put into a sentence: in quotes, at most 60 characters, nothing invisible. */
export function quote(text: string): string {
  const shown = [...text.slice(0, 121)];
  const cut = shown.length > 60 ? `${shown.slice(0, 60).join("")}…` : shown.join("");
  return `"${cut.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)}"`;
}

/** A tag's message: what a person wrote, and what the registry adds in its last paragraph (`Masque-Index: 7`). */
export interface Message {
  text: string;
  trailers: Record<string, string>;
}

const TRAILER = /^([A-Za-z][A-Za-z0-9-]*): (.*)$/;

/** The message as Git stores it. Control characters fall away; a trailer with a line break in it is a programmer's error. */
export function formatMessage({ text, trailers }: Message): string {
  const lines = Object.entries(trailers).map(([key, value]) => {
    const line = `${key}: ${value}`;
    if (!TRAILER.test(line) || /\p{Cc}/u.test(value))
      throw new TypeError(`${JSON.stringify(line)} is not one line of the form KEY: VALUE.`);
    return line;
  });
  const paragraphs = [clean(text), lines.join("\n")].filter((paragraph) => paragraph !== "");
  return `${paragraphs.join("\n\n")}\n`;
}

/** Reads a message back. A last paragraph is trailers only when each of its lines is one; a key given twice keeps both values. */
export function parseMessage(raw: string): Message {
  const text = clean(raw);
  const paragraphs = text.split("\n\n");
  const matches = (paragraphs.at(-1) ?? "").split("\n").map((line) => TRAILER.exec(line));
  if (!matches.every((match) => match !== null)) return { text, trailers: {} };
  const trailers: Record<string, string> = {};
  for (const [, key, value] of matches) {
    if (key === undefined || value === undefined) continue;
    trailers[key] = Object.hasOwn(trailers, key) ? `${trailers[key]}, ${value}` : value;
  }
  return { text: paragraphs.slice(0, -1).join("\n\n"), trailers };
}

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

import type { Issue } from "../errors";

/** The largest masque file, in bytes. Knowledge is pointed to, so what does not fit does not belong inside. */
export const MAX_SOURCE_BYTES = 64 * 1024;

const BYTE_ORDER_MARK = 0xfeff;
/** What no masque may hold, written out or escaped: control characters but tab, line feed and CRLF, and halves of a character. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\r(?!\n)|\p{Cs}|[\ufffe\uffff]/u;

/** The text of a masque file, or the one reason why its bytes are none. */
export function decodeSource(source: Uint8Array): { text: string } | { issue: Issue } {
  if (source.length > MAX_SOURCE_BYTES) {
    const message = `The file has ${source.length} bytes; a masque has at most ${MAX_SOURCE_BYTES}. Point to knowledge instead of containing it.`;
    return { issue: { path: "", message } };
  }
  const text = decode(source);
  if (text === undefined) {
    const valid = decode(source.subarray(0, validLength(source))) ?? "";
    const message = "From here on the file is not UTF-8. Save it with the encoding UTF-8.";
    return { issue: { path: "", ...placeAt(valid, valid.length), message } };
  }
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) {
    const message = "The file begins with an invisible byte order mark. Save it as UTF-8 without BOM.";
    return { issue: { path: "", line: 1, column: 1, message } };
  }
  const offset = findForbidden(text);
  if (offset !== undefined) {
    const message = `There is ${nameOf(text, offset)} here. A masque holds text, line ends and tabs only: remove it.`;
    return { issue: { path: "", ...placeAt(text, offset), message } };
  }
  return { text };
}

/** Where in `text` the first character stands that no masque may hold, or undefined. */
export function findForbidden(text: string): number | undefined {
  const offset = text.search(FORBIDDEN);
  return offset < 0 ? undefined : offset;
}

/** A forbidden character by its code, for people to search for: `the control character U+0000`. */
export function nameOf(text: string, offset: number): string {
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  return `the control character U+${code}`;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The length of the longest valid beginning that is a multiple of whole characters: found by halving. */
function validLength(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  while (valid > 0 && decode(bytes.subarray(0, valid)) === undefined) valid -= 1;
  return valid;
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { readDefinition } from "./definition";
import { MAX_SOURCE_BYTES } from "./source";

const bytes = (text: string) => new TextEncoder().encode(text);
const BASE = 'version: 1\nring: guest\nintent: { allowed: ["look *"] }\nlens: Look.\n';

/** The places and words of a file's errors: `5:3 A tab stands …`. */
function errorsOf(source: string | Uint8Array): string[] {
  const { definition, errors } = readDefinition(typeof source === "string" ? bytes(source) : source);
  expect(definition === undefined).toBe(errors.length > 0);
  return errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test("a file of 64 KiB is read and one byte more is refused", () => {
  const padded = (size: number) => bytes(`${BASE}#${" ".repeat(size - BASE.length - 1)}`);
  expect(errorsOf(padded(MAX_SOURCE_BYTES))).toEqual([]);
  expect(errorsOf(padded(MAX_SOURCE_BYTES + 1))).toEqual([
    expect.stringContaining("has 65537 bytes; a masque has at most 65536"),
  ]);
});

test("bytes that are not UTF-8 are refused at the first of them", () => {
  const invalid = (...tail: number[]) => new Uint8Array([...bytes(`${BASE}name: Zoë `), ...tail]);
  expect(errorsOf(invalid(0xff, 0xfe))).toEqual([
    expect.stringMatching(/^5:11 From here on the file is not UTF-8/),
  ]);
  expect(errorsOf(invalid(0xe2, 0x82))).toEqual([expect.stringMatching(/^5:11 /)]);
  expect(errorsOf(invalid(0xc0, 0xaf, 0x41))).toEqual([expect.stringMatching(/^5:11 /)]);
  expect(errorsOf(invalid(0xed, 0xa0, 0x80))).toEqual([expect.stringMatching(/^5:11 /)]);
});

test("a byte order mark is refused, because nobody sees it and digests do", () => {
  expect(errorsOf(`\ufeff${BASE}`)).toEqual([expect.stringMatching(/^1:1 .*byte order mark/)]);
});

test.each([
  ["NUL", "\0", "0000"],
  ["an escape", "\u001b", "001B"],
  ["delete", "\u007f", "007F"],
  ["next line", "\u0085", "0085"],
  ["a lone carriage return", "\r", "000D"],
  ["a non-character", "\uffff", "FFFF"],
])("%s in a file is refused where it stands, and as an escape too", (_what, character, code) => {
  expect(errorsOf(`${BASE}name: a${character}b\n`)).toEqual([
    `5:8 There is the control character U+${code} here. A masque holds text, line ends and tabs only: remove it.`,
  ]);
  expect(errorsOf(`${BASE}x-a: "\\u${code}"\n`)).toEqual([
    `5:6 This text has the control character U+${code} in it. Remove it.`,
  ]);
});

test("half a character is refused", () => {
  expect(errorsOf(`${BASE}x-a: "\\ud800"\n`)).toEqual([expect.stringContaining("U+D800")]);
});

test("keys may not hide control characters either", () => {
  expect(errorsOf(`${BASE}x-a: { "\\0": 1 }\n`)).toEqual([
    expect.stringContaining("This key has the control character U+0000"),
  ]);
});

test("twenty levels are read and one more is refused", () => {
  const nested = (levels: number) => `${BASE}x-a: ${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}\n`;
  expect(errorsOf(nested(20))).toEqual([]);
  expect(errorsOf(nested(21))).toEqual([
    expect.stringMatching(/^5:\d+ Lists and mappings are nested more than 20 deep/),
  ]);
});

test.each([
  ["lists in brackets", "["],
  ["mappings in braces", "{a: "],
  ["lists in lists", "- "],
  ["keys in keys", "? "],
  ["values in values", ": "],
  ["brackets and braces", "[{a: "],
])("a nest of %s that fills the file is refused and exhausts no stack", (_what, opening) => {
  const source = opening.repeat(Math.floor(60_000 / opening.length));
  expect(errorsOf(source)).toEqual([
    expect.stringMatching(/^1:\d+ Lists and mappings are nested more than 20 deep/),
  ]);
});

test("a nest of 100,000 is refused for its size", () => {
  expect(errorsOf("[".repeat(100_000))).toEqual([expect.stringContaining("100000 bytes")]);
});

test.each([["a,"], ["{},"], ["a: b,"]])(
  "a file of nothing but %j is refused before it costs anything",
  (part) => {
    expect(errorsOf(`x-a: [${part.repeat(Math.floor(64_000 / part.length))}]`)).toEqual([
      expect.stringContaining("too many parts"),
    ]);
  },
);

test("a bomb of aliases is not set off", () => {
  const bomb = ["x-a: &a [x, x]", "x-b: &b [*a, *a]", "x-c: &c [*b, *b]"].join("\n");
  const errors = errorsOf(`${BASE}${bomb}\n`);
  expect(errors).toContainEqual(expect.stringMatching(/^5:9 A masque has no anchors/));
  expect(errors).toContainEqual(expect.stringMatching(/^6:10 .*is an alias in YAML, and a masque has none/));
  expect(errors).toHaveLength(7);
});

test.each([
  ["x-a: &here 1", "5:12 A masque has no anchors"],
  ["x-a: { &here k: 1 }", "A masque has no anchors"],
  ["x-a: *there", "5:6 A word that begins with * is an alias"],
  ["x-a: !!str 1", "5:12 A masque has no tags"],
  ["x-a: !custom { b: 1 }", "A masque has no tags"],
  ["x-a: !!js/function a", "A masque has no tags"],
  ["x-a: !!binary aGk=", "A masque has no tags"],
  ["x-a: !!set { b }", "A masque has no tags"],
  ["x-a: !!omap [b: 1]", "A masque has no tags"],
  ["x-a: !!int b", "A masque has no tags"],
  ["x-a: ! b", "A masque has no tags"],
  ["x-a: !<tag:yaml.org,2002:str> b", "A masque has no tags"],
  ["x-a: !!null", "A masque has no tags"],
  ["x-a: { !!str b: 1 }", "A masque has no tags"],
  ["x-a: { <<: { b: 1 } }", "5:8 A masque has no merge keys"],
  ["x-a: { __proto__: { polluted: true } }", "5:8 `__proto__` cannot be a key"],
  ["x-a: { b: 1, b: 2 }", '5:14 "b" is given twice'],
  ["ring: admin", '5:1 "ring" is given twice'],
  ["x-a: { 1: a, '1': b }", '"1" is given twice'],
  ["x-a: { [b]: 1 }", "5:8 A key must be a word"],
  ["\tx-a: 1", "5:1 A tab stands where YAML wants spaces"],
  ["  x-a: 1", "4:7 A list or mapping begins in the middle"],
  ["x-a: b: c", "5:6 A list or mapping begins in the middle of a line"],
  ["x-a: - b", "5:6 A list or mapping begins in the middle of a line"],
  ["x-a: 'b", "A quote or a bracket is opened"],
  ["x-a: [b", "or a bracket there is not closed"],
  ["x-a: @b", "5:6 Text cannot begin with this character"],
  ["x-a: *", 'A value that begins with * needs quotes, as in "*"'],
  ["---\nversion: 2", "5:1 A second document begins here"],
])("YAML that a masque has no use for is refused in plain words: %j", (line, told) => {
  const errors = errorsOf(`${BASE}${line}\n`);
  expect(errors.join("\n")).toContain(told);
});

test("a file that is nothing but an alias is told so once", () => {
  expect(errorsOf("*there\n")).toEqual([expect.stringMatching(/^1:1 .*is an alias in YAML/)]);
});

test("directives are refused, because they change how the rest is read", () => {
  expect(errorsOf(`%YAML 1.1\n---\n${BASE}`)).toEqual([
    expect.stringMatching(/^1:1 Lines that begin with %/),
  ]);
});

test("one document may be introduced and ended", () => {
  expect(errorsOf(`---\n${BASE}...\n`)).toEqual([]);
});

test("nobody's prototype is changed by what a file says", () => {
  errorsOf(`${BASE}x-a: { __proto__: { polluted: true }, constructor: { prototype: { polluted: true } } }\n`);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each(["", "\n", "# only a comment\n", "---\n", "~\n"])(
  "an empty file is refused as empty: %j",
  (source) => {
    expect(errorsOf(source)).toEqual([expect.stringContaining("The file is empty")]);
  },
);

test("whatever the bytes, the answer is a definition or errors, and never an exception", () => {
  const yamlish = fc.string({
    unit: fc.constantFrom(
      "a",
      ":",
      " ",
      "\n",
      "-",
      "[",
      "]",
      "{",
      "}",
      ",",
      "&a",
      "*a",
      "!",
      "|",
      ">",
      "'",
      '"',
      "#",
      "?",
      "%",
      "\t",
      "\r",
      "~",
      "1",
      "\\",
      "ring: ",
      "intent:\n  ",
      "\ufeff",
    ),
    maxLength: 80,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        yamlish.map((text) => bytes(text)),
        yamlish.map((text) => bytes(BASE + text)),
      ),
      (source) => {
        const { definition, errors } = readDefinition(source);
        expect(definition === undefined).toBe(errors.length > 0);
        for (const error of errors) expect(error.message).toMatch(/\S/);
      },
    ),
    { numRuns: 1500 },
  );
});

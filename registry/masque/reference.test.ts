import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../errors";
import { formatReference, parseReference, parseSelector, selectVersion } from "./reference";
import { parseVersion } from "./version";

const published = [
  "1.0",
  "1.9.9",
  "2.0",
  "2.2",
  "2.3",
  "2.3.1",
  "2.10",
  "3.0",
  "0.1",
  "0.1.5",
  "0.2",
  "0.0.3",
].map(parseVersion);

test.each([
  ["masque:homelab@v2.3", "homelab@2.3.0"],
  ["homelab@2.3.0", "homelab@2.3.0"],
  ["engineer:backend@v1", "engineer:backend@1.0.0"],
  ["masque:engineer:backend@v1", "engineer:backend@1.0.0"],
  ["reviewer@v2", "reviewer@2.0.0"],
])("S46, S54, S57, S71: %s pins %s", (text, normal) => {
  const reference = parseReference(text);
  expect(reference.selector.kind).toBe("pin");
  expect(formatReference(reference)).toBe(normal);
});

test.each(["homelab", "masque:homelab", "homelab@latest"])(
  "S55: %s means the latest, which is no pin",
  (text) => {
    expect(parseReference(text)).toEqual({ name: "homelab", selector: { kind: "latest" } });
  },
);

test.each([
  ["latest", "3.0.0"],
  ["^2", "2.10.0"],
  ["^2.3", "2.10.0"],
  ["~2.3", "2.3.1"],
  ["~2", "2.10.0"],
  ["~2.3.0", "2.3.1"],
  ["2.x", "2.10.0"],
  ["2.3.x", "2.3.1"],
  ["^0", "0.2.0"],
  ["^0.1", "0.1.5"],
  ["^0.0", "0.0.3"],
  ["^0.0.3", "0.0.3"],
  ["^1.2", "1.9.9"],
])("of what is published, @%s selects %s", (selector, version) => {
  expect(selectVersion(parseSelector(selector), published)).toBe(version);
});

test.each(["2.3.2", "4", "2.1"])("S54: the pin @%s selects nothing, never the nearest", (selector) => {
  expect(selectVersion(parseSelector(selector), published)).toBeUndefined();
});

test.each(["^4", "~2.4", "5.x", "^2.11"])("@%s selects nothing that is published", (selector) => {
  expect(selectVersion(parseSelector(selector), published)).toBeUndefined();
});

test.each([
  "",
  "@",
  "@v1",
  "masque:",
  "masque:@v1",
  "masque:masque@v1",
  "masque@v1",
  "masque:masque:homelab",
  "homelab@",
  "homelab@@v1",
  "homelab@v1@v2",
  "homelab@{1}",
  "homelab@HEAD",
  "homelab@LATEST",
  "homelab@x",
  "homelab@*",
  "homelab@^",
  "homelab@>=2",
  "homelab@^02",
  "homelab@2.x.x",
  "homelab@2.3.4.x",
  "homelab@1e3",
  "homelab@01.2",
  "homelab@v1.2.3.4",
  "homelab@../x",
  "homelab.lock@v1",
  "a/b@v1",
  "..@v1",
  "Masque:homelab@v1",
  "homelab @v1",
  " homelab@v1",
  "homelab@v1\n",
  "homelab@v1\0",
  "homelab@ｖ1",
  "homelab＠v1",
  "masque：homelab",
  "hоmelab@v1",
  "homelab@^99999999999",
  "x".repeat(10_000),
])("%j is refused as no reference", (text) => {
  expect(() => parseReference(text)).toThrow(Refusal);
});

const name = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,20}(:[a-z][a-z0-9-]{0,20})?$/)
  .filter((text) => !/^masque(:|$)/.test(text));
const part = fc.nat({ max: 99 });
const selector = fc.oneof(
  fc.constant("latest"),
  fc.array(part, { minLength: 1, maxLength: 3 }).map((numbers) => numbers.join(".")),
  fc
    .tuple(fc.constantFrom("^", "~"), fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([sign, numbers]) => sign + numbers.join(".")),
  fc.array(part, { minLength: 1, maxLength: 2 }).map((numbers) => `${numbers.join(".")}.x`),
);

test("what a reference is written as parses to the same reference", () => {
  fc.assert(
    fc.property(name, selector, fc.boolean(), (masque, select, prefixed) => {
      const normal = formatReference(parseReference(`${prefixed ? "masque:" : ""}${masque}@${select}`));
      expect(formatReference(parseReference(normal))).toBe(normal);
      expect(normal.startsWith(`${masque}@`)).toBe(true);
    }),
  );
});

test("a range never reaches below where it starts nor past the number it holds", () => {
  fc.assert(
    fc.property(part, part, fc.tuple(part, part, part), (major, minor, numbers) => {
      const version = parseVersion(numbers.join("."));
      const inside = numbers[0] === major && numbers[1] === minor;
      expect(selectVersion(parseSelector(`~${major}.${minor}`), [version]) === version).toBe(inside);
      expect(selectVersion(parseSelector(`${major}.x`), [version]) === version).toBe(numbers[0] === major);
    }),
  );
});

test("no text makes the parser do anything but answer or refuse", () => {
  const near = fc.string({
    unit: fc.constantFrom("a", ":", "@", "v", "1", ".", "x", "^", "~", "/", "{", "\u0000", "é", "masque"),
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
      try {
        parseReference(text);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        expect((error as Refusal).code).toBe("invalid");
      }
    }),
    { numRuns: 2000 },
  );
});

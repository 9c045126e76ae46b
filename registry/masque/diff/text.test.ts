import { applyPatch } from "diff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findInvisible } from "./invisible";
import { diffText, unifiedDiff } from "./text";

const names = { from: "homelab@2.2.0", to: "homelab@2.3.0" };
const prose = fc.array(fc.constantFrom("look", "before", " ", "\n", "you", ",", "ü", "\u200b"), {
  maxLength: 40,
});

test("a word diff gives back both of its sides", () => {
  fc.assert(
    fc.property(prose, prose, (a, b) => {
      const [before, after] = [a.join(""), b.join("")];
      const segments = diffText(before, after);
      const side = (kind: string) =>
        segments
          .filter((segment) => segment.kind === "same" || segment.kind === kind)
          .map(({ text }) => text)
          .join("");
      expect([side("removed"), side("added")]).toEqual([before, after]);
    }),
  );
});

test("a word diff names the words that changed and no others", () => {
  expect(
    diffText("Look before you change.", "Look after you change.").filter(({ kind }) => kind !== "same"),
  ).toEqual([
    { kind: "removed", text: "before" },
    { kind: "added", text: "after" },
  ]);
});

test("text that came or went is one addition or one removal", () => {
  expect(diffText(null, "new")).toEqual([{ kind: "added", text: "new" }]);
  expect(diffText("old", null)).toEqual([{ kind: "removed", text: "old" }]);
});

test("two long texts with nothing in common are still compared, as a whole", () => {
  const words = (word: string) => Array.from({ length: 9000 }, (_, index) => `${word}${index}`).join("\n");
  expect(diffText(words("a"), words("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  expect(applyPatch(words("a"), unifiedDiff(names, words("a"), words("b")))).toBe(words("b"));
});

test("a unified diff names both versions and can be applied", () => {
  const before = "ring: player\nlens: a\n";
  const after = "ring: guest\nlens: a\n";
  const patch = unifiedDiff(names, before, after);
  expect(patch).toContain("--- homelab@2.2.0");
  expect(patch).toContain("-ring: player\n+ring: guest\n lens: a");
  expect(applyPatch(before, patch)).toBe(after);
});

test("identical sources have an empty unified diff", () => {
  expect(unifiedDiff(names, "a\n", "a\n")).toBe("");
});

test.each([
  ["\u200b", "U+200B", "zero width space"],
  ["\u202e", "U+202E", "right-to-left override"],
  ["\u2066", "U+2066", "left-to-right isolate"],
  ["\u00a0", "U+00A0", "no-break space"],
  ["\u2009", "U+2009", "space that is not the space bar's"],
  ["\u{e0041}", "U+E0041", "tag character"],
  ["\ufe0f", "U+FE0F", "variation selector"],
  ["\u{e0100}", "U+E0100", "variation selector"],
  ["\u3164", "U+3164", "Hangul filler"],
  ["\u2028", "U+2028", "line separator"],
  ["\u0007", "U+0007", "control character"],
  ["\ud800", "U+D800", "half of a surrogate pair"],
  ["\u2063", "U+2063", "invisible format character"],
  ["\ufeff", "U+FEFF", "byte order mark"],
])("%j is made visible as %s, %s", (character, codepoint, name) => {
  expect(findInvisible(`lens: a\n  b${character}c`)).toEqual([{ line: 2, column: 4, codepoint, name }]);
});

test("the joiners of an emoji family are shown too, each where it stands", () => {
  expect(findInvisible("👩‍👧").map(({ column, codepoint }) => [column, codepoint])).toEqual([[3, "U+200D"]]);
});

test("ordinary text in any script has nothing to show, and neither have tabs and line ends", () => {
  expect(findInvisible("lens: |\r\n\tзабота — 注意 é e\u0301 שלום 🚀\n")).toEqual([]);
});

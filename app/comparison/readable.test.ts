import fc from "fast-check";
import { expect, test } from "vitest";
import { diffText } from "#registry/masque/diff/text";
import { readable } from "./readable";

const prose = fc.array(fc.constantFrom("look ", "before ", "you ", "touch ", "ask ", "first.\n", "\n"), {
  maxLength: 30,
});

test("a rewritten sentence stands as one removal and one addition", () => {
  const segments = readable(diffText("You mend what is broken", "Prefer the change that is undone"));
  expect(segments.map(({ kind }) => kind)).toEqual(["removed", "added"]);
});

test("a word put in stays one word", () => {
  const segments = readable(diffText("Look before you touch it.", "Look twice before you touch it."));
  expect(segments.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "added", text: expect.stringContaining("twice") },
  ]);
});

test("both sides read exactly as they were", () => {
  fc.assert(
    fc.property(prose, prose, (left, right) => {
      const [before, after] = [left.join(""), right.join("")];
      const segments = readable(diffText(before, after));
      const side = (other: string) =>
        segments
          .filter(({ kind }) => kind !== other)
          .map(({ text }) => text)
          .join("");
      expect([side("added"), side("removed")]).toEqual([before, after]);
    }),
  );
});

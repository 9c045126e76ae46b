import { expect, test } from "vitest";
import { findPlace } from "./place";
import { ENTRY } from "./schema-node";

/** The place at the `|` in a draft. */
function at(draft: string) {
  const [before = "", behind = ""] = draft.split("¦");
  return findPlace(before.split("\n"), behind.split("\n").slice(1));
}

test("at the margin one writes a key of the masque, and those that stand there are known", () => {
  expect(at("version: 1\nri¦\nlens: x\n")).toEqual({
    path: [],
    writes: "key",
    start: 0,
    siblings: ["version", "lens"],
  });
});

test("behind a colon one writes that key's value", () => {
  expect(at("ring: pl¦")).toEqual({ path: ["ring"], writes: "value", start: 6, siblings: [] });
});

test("indentation leads into a mapping", () => {
  expect(at("intent:\n  allowed: [x]\n  de¦")).toMatchObject({
    path: ["intent"],
    writes: "key",
    siblings: ["allowed"],
  });
});

test("a dash leads into an entry of a list, indented or not", () => {
  expect(at("skills:\n  - ur¦")).toMatchObject({ path: ["skills", ENTRY], writes: "key", start: 4 });
  expect(at("skills:\n- ur¦")).toMatchObject({ path: ["skills", ENTRY], writes: "key", start: 2 });
});

test("the second key of an entry stands under the first", () => {
  const place = at("skills:\n  - uri: skill://a/b\n    level: no¦");
  expect(place).toMatchObject({ path: ["skills", ENTRY, "level"], writes: "value" });
  expect(at("skills:\n  - uri: skill://a/b\n    le¦")).toMatchObject({
    path: ["skills", ENTRY],
    siblings: ["uri"],
  });
});

test("deep mappings keep their whole way", () => {
  const draft = "access:\n  vault_role: x\n  elevations:\n    restart:\n      approval: ¦";
  expect(at(draft)?.path).toEqual(["access", "elevations", "restart", "approval"]);
});

test("inside a block of text nothing is completed", () => {
  expect(at("lens: |\n  be ca¦")).toBeUndefined();
});

test("what comes after a block of text is a key again", () => {
  expect(at("lens: |\n  be careful\n\nco¦")).toMatchObject({ path: [], writes: "key", siblings: ["lens"] });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../errors";
import { findName, parseName } from "./name";

test.each(["homelab", "engineer:backend", "a", "r2-d2", `a${"b".repeat(62)}`, "masques", "team:masque"])(
  "S71: %s is a name",
  (text) => {
    expect(parseName(text)).toBe(text);
  },
);

test.each([
  ["nothing at all", ""],
  ["an upper-case letter", "Homelab"],
  ["a digit first", "2fast"],
  ["a hyphen first", "-rf"],
  ["three segments", "a:b:c"],
  ["an empty segment", "engineer:"],
  ["a segment of 64", `a${"b".repeat(63)}`],
  ["a path upwards", "../etc"],
  ["two dots", "a..b"],
  ["a slash", "engineer/backend"],
  ["a lock suffix", "homelab.lock"],
  ["a reflog", "homelab@{1}"],
  ["a space", "home lab"],
  ["a line end", "homelab\n"],
  ["a NUL", "home\0lab"],
  ["a Cyrillic letter", "hоmelab"],
  ["a fullwidth letter", "ｈomelab"],
  ["an accent", "hömelab"],
  ["an invisible joiner", "home\u200blab"],
  ["a right-to-left override", "home\u202elab"],
])("a name with %s is refused in words that say what a name is", (_what, text) => {
  expect(findName(text)).toBeUndefined();
  expect(() => parseName(text)).toThrow(/is not a masque's name: a name has one or two parts/);
});

test("the name masque is reserved, alone and as a namespace, because it begins every reference", () => {
  expect(() => parseName("masque")).toThrow(/the name masque is reserved/);
  expect(() => parseName("masque:homelab")).toThrow(/the name masque is reserved/);
});

test("S13: no two names differ in case alone", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const name = findName(text);
      return name === undefined || name === name.toLowerCase();
    }),
  );
});

test("a refusal shows what was given without its invisible characters doing anything", () => {
  const refuse = () => parseName(`x\u202e\u0007${"y".repeat(5000)}`);
  expect(refuse).toThrow(Refusal);
  expect(refuse).toThrow(/^"x\\u\{202e\}\\u\{7\}y{57}…" is not/);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../errors";
import { compareVersions, findVersion, parseVersion } from "./version";

const number = fc.nat({ max: 2 ** 31 - 1 });
const versions = fc.tuple(number, number, number).map((numbers) => parseVersion(numbers.join(".")));

test.each([
  ["v1", "1.0.0"],
  ["2", "2.0.0"],
  ["2.3", "2.3.0"],
  ["v2.3", "2.3.0"],
  ["0.1.0", "0.1.0"],
  ["2.10", "2.10.0"],
  ["0", "0.0.0"],
  ["2147483647.0.0", "2147483647.0.0"],
])("S54, S57, S58: %s is exactly %s", (text, version) => {
  expect(parseVersion(text)).toBe(version);
});

test.each([
  "",
  "v",
  "v1.2.3.4",
  "1.2.3.4",
  "01.2",
  "1.02",
  "1e3",
  "1.",
  ".1",
  "1..2",
  "-1",
  "+1",
  " 1",
  "1 ",
  "1\n",
  "1.2.x",
  "V1",
  "vv1",
  "1_000",
  "0x10",
  "２.3",
  "٢",
  "1.2.3-beta",
  "1.2.3+build",
  "2147483648",
  "99999999999",
  "latest",
])("%j is not a version", (text) => {
  expect(findVersion(text)).toBeUndefined();
  expect(() => parseVersion(text)).toThrow(Refusal);
});

test("2.10 is newer than 2.9, and 2.3 is the same as v2.3.0", () => {
  expect(compareVersions(parseVersion("2.10"), parseVersion("2.9"))).toBeGreaterThan(0);
  expect(compareVersions(parseVersion("2.3"), parseVersion("v2.3.0"))).toBe(0);
});

test("versions sort by their numbers, wherever they differ first", () => {
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      const [left, right] = [a, b].map((version) =>
        version
          .split(".")
          .map((part) => part.padStart(10, "0"))
          .join("."),
      );
      expect(Math.sign(compareVersions(a, b))).toBe(
        left === right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1,
      );
    }),
  );
});

test("a normal form parses to itself", () => {
  fc.assert(fc.property(versions, (version) => parseVersion(version) === version));
});

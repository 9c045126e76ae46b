import { expect, test } from "vitest";
import { findDuration, parseDuration } from "./duration";

test.each([
  ["PT1S", 1],
  ["PT30M", 1_800],
  ["PT1H", 3_600],
  ["PT1H30M", 5_400],
  ["P1D", 86_400],
  ["P1DT2H3M4S", 93_784],
  ["P2W", 1_209_600],
  ["PT0S", 0],
])("%s lasts %i seconds", (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each([
  "",
  "P",
  "PT",
  "P1DT",
  "P1Y",
  "P1M",
  "PT1.5H",
  "PT-1H",
  "-PT1H",
  "pt1h",
  "1h",
  "3600",
  "PT1M1H",
  "P1W2D",
  "PT1H ",
  "PT１H",
  `PT${"9".repeat(60)}S`,
])("%j is not a duration", (text) => {
  expect(findDuration(text)).toBeUndefined();
  expect(() => parseDuration(text)).toThrow(/is not a duration: write it in ISO 8601/);
});

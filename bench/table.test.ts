import { expect, test } from "vitest";
import { atMost, inProportion } from "./benchmark";
import { formatMarkdown, formatTable } from "./table";

const slow = inProportion(
  { name: "node:http", value: 40_000 },
  { least: 0.5 },
  { name: "answers a second", value: 10_000, unit: "/s", note: "It parses what it need not." },
);
const small = atMost(400, { name: "resident", value: 250, unit: "MB", note: "Why should it not be?" });
const sections = [{ name: "Resolve", rows: [slow, small] }];

test("a figure below its proportion of the peer's misses, and one at its limit does not", () => {
  expect(slow).toMatchObject({ ok: false, ratio: 0.25 });
  expect(inProportion({ name: "", value: 2 }, { most: 3 }, { name: "", value: 6, unit: "s" }).ok).toBe(true);
  expect(inProportion({ name: "", value: 2 }, { most: 3 }, { name: "", value: 6.1, unit: "s" }).ok).toBe(
    false,
  );
  expect(atMost(400, { ...small, value: 401 }).ok).toBe(false);
});

test("the table says figure, peer, ratio, limit and verdict, and nothing of causes", () => {
  const [head, , name, first, second] = formatTable(sections).split("\n");
  expect(head?.trim().split(/\s+/)).toEqual(["figure", "against", "ratio", "limit"]);
  expect(name).toBe("Resolve");
  expect(first).toMatch(
    /^answers a second {2,}10,000 \/s {2,}node:http 40,000 {2,}0\.25 {2,}≥ 0\.5 × {2,}MISSED$/,
  );
  expect(second).toMatch(/^resident {2,}250 MB {2,}≤ 400 MB {2,}ok$/);
});

test("the table keeps to 100 columns: long names are cut, figures never", () => {
  const long = { ...slow, name: "a name that goes on and on ".repeat(6) };
  const lines = formatTable([{ name: "Resolve", rows: [long] }]).split("\n");
  expect(Math.max(...lines.map((line) => [...line].length))).toBe(100);
  expect(lines.at(-1)).toMatch(/… {2}.*node:http 40,000 .*MISSED$/);
});

test("the written results give the cause of a missed figure, and of no other", () => {
  const text = formatMarkdown(sections);
  expect(text).toContain("**answers a second** misses its limit. It parses what it need not.");
  expect(text).not.toContain("Why should it not be?");
  expect(formatMarkdown([{ name: "", rows: [{ ...slow, note: undefined }] }])).toContain("not known yet");
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBlocks, readInline } from "./blocks";

test("a document is read into headings, paragraphs, lists, tables and code", () => {
  const source =
    "# Title\n\nTwo lines\nof one paragraph.\n\n- one\n  goes on\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```yaml\nx: 1\n\n# no heading\n```\n";
  expect(readBlocks(source)).toEqual([
    { kind: "heading", level: 1, text: "Title" },
    { kind: "paragraph", text: "Two lines of one paragraph." },
    { kind: "list", items: ["one goes on", "two"] },
    { kind: "table", head: ["a", "b"], rows: [["1", "2"]] },
    { kind: "code", text: "x: 1\n\n# no heading" },
  ]);
});

test("marks within a line are told apart, and a line without any stays whole", () => {
  expect(readInline("a **b** *c* `d*e` [f](g.md) h")).toEqual([
    { mark: "plain", text: "a " },
    { mark: "strong", text: "b" },
    { mark: "plain", text: " " },
    { mark: "emphasis", text: "c" },
    { mark: "plain", text: " " },
    { mark: "code", text: "d*e" },
    { mark: "plain", text: " " },
    { mark: "link", text: "f", href: "g.md" },
    { mark: "plain", text: " h" },
  ]);
  expect(readInline("plain")).toEqual([{ mark: "plain", text: "plain" }]);
});

test("docs/rings.md loses no word on its way to the page", () => {
  const source = readFileSync("docs/rings.md", "utf8");
  const shown = JSON.stringify(readBlocks(source));
  for (const word of source.match(/[A-Za-z]{3,}/g) ?? []) {
    if (word !== "yaml") expect(shown).toContain(word);
  }
});

import { expect, test } from "vitest";
import { masqueLanguage } from "./masque-language";

const SOURCE = [
  "lens: |",
  "  const quoted = 1;",
  "program: |",
  "  export const lens = () => 'x';",
  "x-more:",
  "  program: |",
  "    const deeper = 1;",
  "",
].join("\n");

function nodeAt(text: string): string {
  const at = SOURCE.indexOf(text) + 1;
  return masqueLanguage().language.parser.parse(SOURCE).resolveInner(at, 1).name;
}

test("a program is highlighted as the code it is, and nothing else is", () => {
  expect(nodeAt("export const")).toBe("export");
  expect(nodeAt("const quoted")).toBe("BlockLiteralContent");
  expect(nodeAt("const deeper")).toBe("BlockLiteralContent");
});

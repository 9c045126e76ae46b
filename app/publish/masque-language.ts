import { javascriptLanguage } from "@codemirror/lang-javascript";
import { yamlLanguage } from "@codemirror/lang-yaml";
import { LanguageSupport } from "@codemirror/language";
import { type Input, parseMixed, type SyntaxNodeRef } from "@lezer/common";

/** YAML in which the text below the top-level key `program` reads as the JavaScript it is. */
export function masqueLanguage(): LanguageSupport {
  const wrap = parseMixed((node, input) =>
    isProgram(node, input) ? { parser: javascriptLanguage.parser } : null,
  );
  return new LanguageSupport(yamlLanguage.configure({ wrap }));
}

/** Whether a node is the block of text that stands for a program. */
export function isProgram({ name, node }: SyntaxNodeRef, input: Pick<Input, "read">): boolean {
  if (name !== "BlockLiteralContent") return false;
  const pair = node.parent?.parent;
  const key = pair?.firstChild;
  const isTopLevel = pair?.parent?.parent?.name === "Document";
  return isTopLevel && key !== null && key !== undefined && input.read(key.from, key.to) === "program";
}

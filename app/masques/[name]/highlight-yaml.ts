import { createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import yaml from "shiki/langs/yaml.mjs";

/** A stretch of source and the class that colours it; plain text has none. */
export interface Token {
  text: string;
  mark?: string;
}

/**
 * The highlighter writes colours into style attributes, which our content security policy forbids. So its theme's
 * colours are mere names here, and each stands for a class of ours.
 */
const MARKS: Record<string, { mark: string; scope: string[] }> = {
  "#000001": { mark: "tok-key", scope: ["entity.name.tag"] },
  "#000002": { mark: "tok-string", scope: ["string.quoted", "string.unquoted.block"] },
  "#000003": { mark: "tok-number", scope: ["constant"] },
  "#000004": { mark: "tok-comment", scope: ["comment", "punctuation.definition.comment"] },
  "#000005": { mark: "tok-mark", scope: ["keyword", "punctuation.definition.block", "storage"] },
};
const PLAIN = "#000000";

const theme = {
  name: "marks",
  type: "light" as const,
  fg: PLAIN,
  bg: "#ffffff",
  settings: Object.entries(MARKS).map(([foreground, { scope }]) => ({ scope, settings: { foreground } })),
};

let highlighter: Promise<HighlighterCore> | undefined;

/** The lines of a YAML source as marked tokens. */
export async function highlightYaml(source: string): Promise<Token[][]> {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [yaml],
    engine: createJavaScriptRegexEngine(),
  });
  const lines = (await highlighter).codeToTokensBase(source.replace(/\r?\n$/, ""), {
    lang: "yaml",
    theme: "marks",
  });
  return lines.map((line) =>
    line.map(({ content, color }) => ({ text: content, mark: MARKS[color?.toLowerCase() ?? PLAIN]?.mark })),
  );
}

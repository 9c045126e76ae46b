import { environmentOf } from "./env";
import { emitMarkdown } from "./markdown";
import type { Worn } from "./worn";

/** The three things that Claude Code is started with, each the content of one option. */
export interface ClaudeOptions {
  /** `--append-system-prompt`. */
  appendSystemPrompt: string;
  /** `--mcp-config`. */
  mcpConfig: {
    mcpServers: Record<string, { type: "http"; url: string } | { command: string; args: string[] }>;
  };
  /** `--settings`. */
  settings: { env: Record<string, string>; spinnerVerbs?: { mode: "replace" | "append"; verbs: string[] } };
}

/**
 * What Claude Code needs to wear a masque. Servers that the directory knows are named with their address; for the
 * others `masque mcp` answers, which says plainly when it cannot reach one.
 */
export function claudeOptions(worn: Worn): ClaudeOptions {
  const known = worn.knowledge.flatMap(({ server, url }) =>
    url ? [[server, { type: "http" as const, url }] as const] : [],
  );
  const unknown = worn.knowledge.some(({ url }) => !url);
  const { spinnerVerbs } = worn;
  return {
    appendSystemPrompt: emitMarkdown(worn),
    mcpConfig: {
      mcpServers: {
        ...Object.fromEntries(known),
        ...(unknown && { masque: { command: "masque", args: ["mcp"] } }),
      },
    },
    settings: {
      env: environmentOf(worn),
      // Claude Code knows no order among its words, so "prepend" is "append" there.
      ...(spinnerVerbs && {
        spinnerVerbs: {
          mode: spinnerVerbs.mode === "replace" ? "replace" : "append",
          verbs: spinnerVerbs.verbs,
        },
      }),
    },
  };
}

/** {@link claudeOptions} as one JSON document. */
export function emitClaude(worn: Worn): string {
  return `${JSON.stringify(claudeOptions(worn), null, 2)}\n`;
}

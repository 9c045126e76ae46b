import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Issue } from "#registry/errors";
import type { Answer } from "../registry";

/** What the registry thinks of a draft. */
export interface Verdict {
  errors: Issue[];
  warnings: Issue[];
  /** Against the latest version; absent while there are errors or no name to compare under. */
  comparison?: Answer<"masque.compare">;
  /** Why nothing could be said: no connection, too many questions. */
  trouble?: string;
  diagnostics(doc: Text): Diagnostic[];
}

/** Asks the registry whether a draft is valid and, when it is, what it would change. */
export async function checkDraft(source: string, name: string): Promise<Verdict> {
  const checked = await ask<Answer<"masque.validate">>("/api/v1/validate", { source, ...(name && { name }) });
  if ("trouble" in checked) return verdict([], [], { trouble: checked.trouble });
  const { valid, errors, warnings } = checked;
  if (!valid || !name) return verdict(errors, warnings);
  const compared = await ask<Answer<"masque.compare">>(
    `/api/v1/masques/${encodeURIComponent(name)}/comparison`,
    { source },
  );
  return verdict(errors, warnings, "trouble" in compared ? compared : { comparison: compared });
}

function verdict(
  errors: Issue[],
  warnings: Issue[],
  rest: Pick<Verdict, "comparison" | "trouble"> = {},
): Verdict {
  return {
    errors,
    warnings,
    ...rest,
    diagnostics: (doc) => [
      ...errors.map((issue) => toDiagnostic(doc, issue, "error")),
      ...warnings.map((issue) => toDiagnostic(doc, issue, "warning")),
    ],
  };
}

async function ask<T>(address: string, body: object): Promise<T | { trouble: string }> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return await response.json();
    const problem: { detail?: string; title?: string } = await response.json();
    return { trouble: problem.detail ?? problem.title ?? "The registry did not say why." };
  } catch {
    return {
      trouble:
        "The registry cannot be reached. What you typed is still here; it is checked again as you type.",
    };
  }
}

function toDiagnostic(
  doc: Text,
  { line, column, message }: Issue,
  severity: "error" | "warning",
): Diagnostic {
  const place = doc.line(Math.min(Math.max(line ?? 1, 1), doc.lines));
  const from = Math.min(place.from + Math.max((column ?? 1) - 1, 0), place.to);
  const word = /^[^\s:,#]+/.exec(doc.sliceString(from, place.to))?.[0].length ?? 0;
  return { from, to: Math.max(from + word, from), severity, message };
}

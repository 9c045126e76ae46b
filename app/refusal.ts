import type { Code, Issue } from "#registry/errors";

/** What a refusal tells a person, in a form that reaches the browser. */
export interface RefusalText {
  code: Code;
  message: string;
  issues: Issue[];
}

/** The refusal that `error` is; undefined for anything else, which is a fault and none of the visitor's business. */
export function findRefusal(error: unknown): RefusalText | undefined {
  if (!(error instanceof Error) || error.name !== "Refusal") return undefined;
  const { code, message, issues } = error as Error & RefusalText;
  return { code, message, issues: [...issues] };
}

/** What a form shows when the registry said no; throws what is not a refusal. */
export function requireRefusal(error: unknown): RefusalText {
  const refusal = findRefusal(error);
  if (refusal) return refusal;
  throw error;
}

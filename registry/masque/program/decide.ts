import type { Definition } from "../definition";
import type { IntentAnswer } from "../intent/check";
import { compileIntent } from "../intent/compile";
import type { ProgramAnswer } from "./answer";
import { evaluateProgram } from "./evaluate";

/** What a wearer gets to read, if the intent is allowed. */
export interface Decision {
  intent: IntentAnswer;
  context: string | null;
  knowledge: string[];
  lens: string;
}

/**
 * What a definition says to an intent: its patterns first, and then its code, if it has any. Code only narrows. It is
 * not asked about what the patterns refuse; it may refuse what they allow, choose among the declared pointers and
 * write context and lens; anything else that it does, and any failure, refuses the intent and says why.
 */
export async function decideIntent(
  definition: Definition,
  stated: string,
  check: (stated: string) => IntentAnswer = compileIntent(definition.intent),
): Promise<Decision> {
  const intent = check(stated);
  const { program, context, knowledge, lens } = definition;
  const declared: Decision = { intent, context, knowledge, lens };
  if (program === null || !intent.allowed) return declared;
  const input = { intent: stated, context, knowledge, lens };
  const result = await evaluateProgram({ source: program, input });
  const refusal = result.ok
    ? objection(result.answer, knowledge)
    : `The masque's program failed. ${result.reason}`;
  if (refusal !== undefined) return { ...declared, intent: { ...intent, allowed: false, explain: refusal } };
  return { ...declared, ...(result.ok && narrowed(result.answer)) };
}

function objection(
  { validateIntent, knowledge = [] }: ProgramAnswer,
  declared: string[],
): string | undefined {
  if (validateIntent?.allowed === false) {
    return `The masque's program refuses this intent${validateIntent.explain ? `: ${validateIntent.explain}` : "."}`;
  }
  const added = knowledge.find((pointer) => !declared.includes(pointer));
  if (added === undefined) return undefined;
  return `The masque's program names the pointer ${JSON.stringify(added)}, which its file does not declare.`;
}

function narrowed({ context, knowledge, lens }: ProgramAnswer): Partial<Decision> {
  return {
    ...(context === undefined ? {} : { context }),
    ...(knowledge && { knowledge }),
    ...(lens === undefined ? {} : { lens }),
  };
}

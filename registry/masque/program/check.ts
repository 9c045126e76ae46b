import type { Issue } from "../../errors";
import { evaluateProgram } from "./evaluate";

/** The longest program, in characters: what fits into a definition. */
const LONGEST = 64 * 1024;

/**
 * What is wrong with a `program:` block before anybody wears it: syntax, imports, strange exports, a module that
 * throws or stalls while it loads. It runs the module's top level in the sandbox and calls none of its functions.
 */
export async function checkProgram(source: string): Promise<Issue[]> {
  if (source.length > LONGEST) {
    return [
      {
        path: "program",
        message: `A program has at most ${LONGEST} characters; this one has ${source.length}.`,
      },
    ];
  }
  const result = await evaluateProgram({ source });
  if (result.ok) return [];
  const where = result.line === undefined ? "" : ` (line ${result.line} of the program)`;
  return [{ path: "program", message: `The program cannot be run${where}. ${result.reason}` }];
}

import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from "quickjs-emscripten";
import { plainReason } from "./reason";

/** What a program may export. Each is called with {@link ProgramInput}. */
export const PROGRAM_EXPORTS = ["validateIntent", "context", "knowledge", "lens"] as const;
export type ProgramExport = (typeof PROGRAM_EXPORTS)[number];

/** What a program is told: the stated intent, and what the file declares. */
export interface ProgramInput {
  intent: string;
  context: string | null;
  knowledge: string[];
  lens: string;
}

/** What a program said. A field is missing when the program does not export its function. */
export interface ProgramAnswer {
  validateIntent?: { allowed: boolean; explain?: string };
  context?: string | null;
  knowledge?: string[];
  lens?: string;
}

/** An answer, or one sentence that says why there is none. `line` counts in the program, from 1. */
export type ProgramResult = { ok: true; answer: ProgramAnswer } | { ok: false; reason: string; line?: number };

/** What a program asks of its reader: to run it for an intent, or only to say whether it could be run. */
export interface ProgramCall {
  source: string;
  /** Absent: the program is loaded and its exports are looked at, and none is called. */
  input?: ProgramInput;
}

export const LIMITS = { milliseconds: 50, bytes: 16 * 1024 * 1024, stack: 256 * 1024, text: 64 * 1024, list: 100 };

// What could tell the time, roll dice, watch the collector or make code out of text. `Function` is also every
// function's constructor, so it goes there too.
const PRELUDE = `{
  for (const name of ["eval", "Function", "WeakRef", "FinalizationRegistry", "SharedArrayBuffer", "Atomics", "performance"])
    delete globalThis[name];
  delete Math.random;
  for (const some of [function () {}, async function () {}, function* () {}, async function* () {}])
    Reflect.deleteProperty(Object.getPrototypeOf(some), "constructor");
}`;

/** Runs a program in a fresh runtime of `quickjs` that it cannot outlive, and reads what it says by type. */
export function runProgram(quickjs: QuickJSWASMModule, { source, input }: ProgramCall): ProgramResult {
  const runtime = quickjs.newRuntime({ memoryLimitBytes: LIMITS.bytes, maxStackSizeBytes: LIMITS.stack });
  const context = runtime.newContext({
    intrinsics: {
      BaseObjects: true,
      Eval: true,
      StringNormalize: true,
      RegExp: true,
      RegExpCompiler: true,
      JSON: true,
      MapSet: true,
      TypedArrays: true,
      Promise: true,
      BigInt: true,
    },
  });
  try {
    context.unwrapResult(context.evalCode(PRELUDE)).dispose();
    const deadline = Date.now() + LIMITS.milliseconds;
    runtime.setInterruptHandler(() => Date.now() > deadline);
    const evaluated = context.evalCode(source, "program", { type: "module" });
    if (evaluated.error) return failure(context, evaluated.error);
    const exports = evaluated.value;
    if (context.getPromiseState(exports).type !== "fulfilled" || isPromise(context, exports)) {
      return { ok: false, reason: "A program may not await anything while it loads." };
    }
    return readExports(context, exports, input);
  } finally {
    context.dispose();
    runtime.dispose();
  }
}

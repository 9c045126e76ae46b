import type { QuickJSHandle, QuickJSWASMModule } from "quickjs-emscripten";
import {
  isPromise,
  type Machine,
  PROGRAM_EXPORTS,
  type ProgramAnswer,
  type ProgramInput,
  readAnswer,
  WrongAnswer,
} from "./answer";
import { type ProgramFault, readFault } from "./reason";

/** One run of a program. Without input it is loaded and its exports are looked at, and none is called. */
export interface ProgramCall {
  source: string;
  input?: ProgramInput;
}

/** What a program said, or why it said nothing. */
export type ProgramResult = { ok: true; answer: ProgramAnswer } | ({ ok: false } & ProgramFault);

// Milliseconds of the thread's time, and bytes of memory and of stack.
const LIMITS = { milliseconds: 50, bytes: 16 * 1024 * 1024, stack: 192 * 1024 };

const INTRINSICS = {
  ...{ BaseObjects: true, Eval: true, StringNormalize: true, RegExp: true, RegExpCompiler: true, JSON: true },
  ...{ MapSet: true, TypedArrays: true, Promise: true, BigInt: true, Date: false, Proxy: false },
};

// What could roll dice, watch the collector or make code out of text. `Function` is also every function's
// constructor, so it goes there too.
const PRELUDE = `{
  for (const name of ["eval", "Function", "WeakRef", "FinalizationRegistry", "SharedArrayBuffer", "Atomics"])
    delete globalThis[name];
  delete Math.random;
  for (const some of [function () {}, async function () {}, function* () {}, async function* () {}])
    Reflect.deleteProperty(Object.getPrototypeOf(some), "constructor");
}`;

/**
 * Runs a program in a fresh runtime of its own, which has no I/O, no clock and no randomness, and reads its answers.
 * Blocks for as long as the program runs. `spent` tells the milliseconds that this thread has worked, so that a busy
 * computer refuses nobody. Throws only when the machine itself is broken and must be thrown away.
 */
export function runProgram(
  quickjs: QuickJSWASMModule,
  { source, input }: ProgramCall,
  spent: () => number,
): ProgramResult {
  const runtime = quickjs.newRuntime({ memoryLimitBytes: LIMITS.bytes, maxStackSizeBytes: LIMITS.stack });
  const vm = runtime.newContext({ intrinsics: INTRINSICS });
  const held: QuickJSHandle[] = [];
  const machine: Machine = {
    vm,
    own(handle) {
      held.push(handle);
      return handle;
    },
  };
  const run: Run = (code, type) => {
    const ran = vm.evalCode(code, "program", { type });
    return ran.error ? { error: machine.own(ran.error) } : { value: machine.own(ran.value) };
  };
  run(PRELUDE, "global");
  // Spent time is dearer to ask for than the clock, and is never more than what the clock says.
  const [began, before] = [Date.now(), spent()];
  const late = () => Date.now() - began > LIMITS.milliseconds && spent() - before > LIMITS.milliseconds;
  runtime.setInterruptHandler(late);

  const loaded = run(source, "module");
  let result = loaded.value
    ? callExports(machine, loaded.value, input, run)
    : ({ ok: false, ...readFault(machine, loaded.error as QuickJSHandle) } as const);
  // Some built-in functions run on without looking at the clock.
  if (result.ok && late()) result = { ok: false, reason: "It ran longer than 50 milliseconds." };

  for (const handle of held) handle.dispose();
  vm.dispose();
  runtime.dispose();
  return result;
}

type Run = (code: string, type: "global" | "module") => { value?: QuickJSHandle; error?: QuickJSHandle };

function callExports(
  machine: Machine,
  exports: QuickJSHandle,
  input: ProgramInput | undefined,
  run: Run,
): ProgramResult {
  const { vm, own } = machine;
  if (isPromise(machine, exports)) return { ok: false, reason: "It awaits something while it loads." };
  const listed = vm.getOwnPropertyNames(exports, { strings: true });
  if (listed.error) return { ok: false, ...readFault(machine, own(listed.error)) };
  const names = listed.value.map((name) => vm.getString(own(name)));
  const strange = names.find((name) => !PROGRAM_EXPORTS.some((known) => known === name));
  if (strange !== undefined) {
    return {
      ok: false,
      reason: `It exports ${strange}; a program exports ${PROGRAM_EXPORTS.join(", ")} and nothing else.`,
    };
  }
  const answer: ProgramAnswer = {};
  for (const name of PROGRAM_EXPORTS) {
    if (!names.includes(name)) continue;
    const called = own(vm.getProp(exports, name));
    if (vm.typeof(called) !== "function")
      return { ok: false, reason: `Its export ${name} is not a function.` };
    if (!input) continue;
    // A fresh copy for each call, so that what one function changes no other sees.
    const told = run(`(${JSON.stringify(input)})`, "global").value;
    const intent = own(vm.newString(input.intent));
    if (!told) return { ok: false, reason: "It needed more than 16 MB of memory." };
    const said = vm.callFunction(
      called,
      vm.undefined,
      ...(name === "validateIntent" ? [intent, told] : [told]),
    );
    if (said.error) return { ok: false, ...readFault(machine, own(said.error)) };
    try {
      Object.assign(answer, readAnswer(machine, name, own(said.value)));
    } catch (error) {
      if (error instanceof WrongAnswer) return { ok: false, reason: `Its ${name}() ${error.message}` };
      throw error;
    }
  }
  return { ok: true, answer };
}

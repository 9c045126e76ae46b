import type { QuickJSHandle } from "quickjs-emscripten";
import type { Machine } from "./answer";

/** Why a program has no answer: one sentence for a person, and the program's line where it is known. */
export interface ProgramFault {
  reason: string;
  /** From 1. */
  line?: number;
}

const ABSENT =
  "fetch|process|require|console|setTimeout|setInterval|Date|eval|Function|Proxy|WebAssembly|performance|crypto|Buffer|window|document|XMLHttpRequest|Deno|Bun|WeakRef|Atomics";
const LIMITED: [RegExp, string][] = [
  [/^InternalError: interrupted/, "It ran longer than 50 milliseconds."],
  [/^InternalError: out of memory/, "It needed more than 16 MB of memory."],
  [/^InternalError: (stack overflow|string too long)/, "It recursed too deeply or grew a text too long."],
  [/could not load module|module loader/, "It imports another module, and a program has none to import."],
  [
    new RegExp(`^ReferenceError: '?(${ABSENT})'? is not defined`),
    "It uses what no program has: there is no I/O, no clock, no randomness and no code made from text.",
  ],
];

/** Says in plain words what was thrown. `thrown` may be anything, made to mislead or to take for ever: little is read of it. */
export function readFault(machine: Machine, thrown: QuickJSHandle): ProgramFault {
  const { vm, own } = machine;
  // Where memory is used up there is none left for an error either.
  if (vm.sameValue(thrown, vm.null))
    return { reason: "It threw nothing, or it needed more than 16 MB of memory." };
  if (vm.typeof(thrown) !== "object")
    return { reason: `It threw ${shortText(machine, thrown) ?? "a value"}.` };
  const [name, message, stack] = ["name", "message", "stack"].map((key) =>
    shortText(machine, own(vm.getProp(thrown, key))),
  );
  const what = `${name ?? "something"}: ${message ?? "no message"}`;
  const line = Number(/program:(\d+)/.exec(stack ?? "")?.[1]);
  const plain = LIMITED.find(([sign]) => sign.test(what))?.[1];
  const reason =
    plain ?? (name === "SyntaxError" ? `It is not JavaScript: ${message}.` : `It threw ${what}.`);
  return line > 0 ? { reason, line } : { reason };
}

function shortText({ vm, own }: Machine, value: QuickJSHandle): string | undefined {
  if (vm.typeof(value) !== "string") return undefined;
  const length = vm.getNumber(own(vm.getProp(value, "length")));
  return length <= 2000
    ? vm
        .getString(value)
        .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
        .trim()
    : "a long text";
}

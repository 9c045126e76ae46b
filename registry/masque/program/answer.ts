import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";

/** What a program may export. `validateIntent` is called with the intent and a {@link ProgramInput}, the others with that. */
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

/** A program that answers with something else than it may. The message completes "validateIntent() …". */
export class WrongAnswer extends Error {}

/** A context, and `own`, which takes a handle into care until the program has ended. */
export interface Machine {
  vm: QuickJSContext;
  own<T extends QuickJSHandle>(handle: T): T;
}

const LONGEST = { text: 64 * 1024, line: 1000, list: 100 };

/** Reads what one export returned, by its type and never by its own word: nothing that a program defines is trusted. */
export function readAnswer(machine: Machine, name: ProgramExport, value: QuickJSHandle): ProgramAnswer {
  if (isPromise(machine, value)) throw new WrongAnswer("returned a promise, and a program answers at once.");
  switch (name) {
    case "validateIntent":
      return { validateIntent: readVerdict(machine, value) };
    case "context":
      return {
        context: isNull(machine, value) ? null : readText(machine, value, LONGEST.text, "text or null"),
      };
    case "knowledge":
      return { knowledge: readList(machine, value) };
    case "lens":
      return { lens: readText(machine, value, LONGEST.text, "text") };
  }
}

/** Whether a value is a promise, settled or not. */
export function isPromise({ vm, own }: Machine, value: QuickJSHandle): boolean {
  const state = vm.getPromiseState(value);
  if (state.type === "fulfilled" && state.notAPromise) return false;
  if (state.type === "fulfilled") own(state.value);
  if (state.type === "rejected") own(state.error);
  return true;
}

function isNull({ vm }: Machine, value: QuickJSHandle): boolean {
  return vm.sameValue(value, vm.null);
}

function readVerdict(machine: Machine, value: QuickJSHandle): { allowed: boolean; explain?: string } {
  const { vm, own } = machine;
  if (vm.typeof(value) === "boolean") return { allowed: vm.sameValue(value, vm.true) };
  const object = vm.typeof(value) === "object" && !isNull(machine, value);
  const allowed = object ? own(vm.getProp(value, "allowed")) : undefined;
  if (!allowed || vm.typeof(allowed) !== "boolean") {
    throw new WrongAnswer("must return true, false or { allowed, explain }.");
  }
  const verdict = { allowed: vm.sameValue(allowed, vm.true) };
  const explain = own(vm.getProp(value, "explain"));
  if (vm.typeof(explain) === "undefined") return verdict;
  return { ...verdict, explain: readText(machine, explain, LONGEST.line, "an explain that is text") };
}

function readList(machine: Machine, value: QuickJSHandle): string[] {
  const { vm, own } = machine;
  const object = vm.typeof(value) === "object" && !isNull(machine, value);
  const length = object ? vm.getLength(value) : undefined;
  if (length === undefined) throw new WrongAnswer("must return a list of text.");
  if (length > LONGEST.list) {
    throw new WrongAnswer(`returned a list of ${length}, and at most ${LONGEST.list} entries are read.`);
  }
  return Array.from({ length }, (_, index) =>
    readText(machine, own(vm.getProp(value, index)), LONGEST.line, "a list of text"),
  );
}

/** Text, whose length is asked before a single character is copied out. */
function readText({ vm, own }: Machine, value: QuickJSHandle, longest: number, wanted: string): string {
  if (vm.typeof(value) !== "string") throw new WrongAnswer(`must return ${wanted}.`);
  const length = vm.getNumber(own(vm.getProp(value, "length")));
  if (length > longest) {
    throw new WrongAnswer(`returned ${length} characters, and at most ${longest} are read.`);
  }
  return vm.getString(value);
}

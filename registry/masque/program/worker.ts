import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type ProgramCall, runProgram } from "./sandbox";

// The thread that programs run in. It is started from text, which has no place of its own on disk to import from,
// so it is told where QuickJS lies. Whatever is thrown here ends the thread, and whoever started it starts another.
const quickjs = (await import(workerData.quickjs)) as typeof import("quickjs-emscripten");

// QuickJS counts large blocks towards a runtime's limit only while they are being asked for. What really bounds a
// program is that this memory cannot grow: 5 MB for the machine and 16 MB for what runs on it.
const wasmMemory = new WebAssembly.Memory({ initial: 256, maximum: 336 });
const machine = await quickjs.newQuickJSWASMModuleFromVariant(
  quickjs.newVariant(quickjs.RELEASE_SYNC, { wasmMemory }),
);

/** Milliseconds that this thread has worked; where the system does not tell, those of the whole process. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return findThreadTime() || (user + system) / 1e3;
}

function findThreadTime(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ", 1)[0]) / 1e6;
  } catch {
    return 0;
  }
}

// The first run compiles the machine's own code, which no program should pay for.
runProgram(machine, { source: "export function lens() { return /x/u.exec('x')[0] }" }, spent);
parentPort?.on("message", (call: ProgramCall) => parentPort?.postMessage(runProgram(machine, call, spent)));
parentPort?.postMessage("ready");

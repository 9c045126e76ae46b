import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ProgramCall, ProgramResult } from "./sandbox";
import { WORKER } from "./worker.generated";

// A built-in function may run on past a program's own 50 milliseconds; after these the whole thread is ended. They are
// many because they are the clock's, and a thread on a busy computer may wait long for its turn.
const PATIENCE = 2000;
const MOST_WAITING = 256;

interface Waiting {
  call: ProgramCall;
  answer(result: ProgramResult): void;
}

interface Thread {
  worker: Worker;
  ready: boolean;
  running?: Waiting;
  timer?: NodeJS.Timeout;
}

const waiting: Waiting[] = [];
let thread: Thread | undefined;

/**
 * Runs a program in a thread of its own, one after another, so that the caller's event loop stays free. Never rejects:
 * a program that throws, stalls, grows or breaks its machine has a result that says so.
 */
export function evaluateProgram(call: ProgramCall): Promise<ProgramResult> {
  return new Promise((resolve) => {
    if (waiting.length >= MOST_WAITING) {
      resolve({ ok: false, reason: "Too many programs wait to be run; try again in a moment." });
      return;
    }
    waiting.push({ call, answer: resolve });
    runNext();
  });
}

function runNext(): void {
  if (waiting.length === 0) return;
  thread ??= startThread();
  if (!thread.ready || thread.running) return;
  const next = waiting.shift() as Waiting;
  const current = thread;
  current.running = next;
  current.worker.ref();
  // An answer that came while this thread itself was busy lies behind the timer, so it gets one more turn.
  current.timer = setTimeout(() => setImmediate(giveUp, current, next), PATIENCE);
  current.worker.postMessage(next.call);
}

function giveUp(on: Thread, waited: Waiting): void {
  if (on.running !== waited) return;
  end(on, "It ran longer than 50 milliseconds and could not be interrupted.");
  void on.worker.terminate();
}

function startThread(): Thread {
  // From here or from a bundle of this, the package is found the same way.
  const quickjs = pathToFileURL(createRequire(import.meta.url).resolve("quickjs-emscripten")).href;
  const started: Thread = {
    worker: new Worker(new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`), {
      workerData: { quickjs },
      env: {},
      execArgv: [],
      // Deep recursion in a program must meet QuickJS's own limit before this thread's.
      resourceLimits: { stackSizeMb: 16 },
    }),
    ready: false,
  };
  started.worker.on("message", (message: "ready" | ProgramResult) => {
    if (message === "ready") started.ready = true;
    else finish(started, message);
    if (!started.running && waiting.length === 0) started.worker.unref();
    runNext();
  });
  started.worker.on("error", () => end(started, "It broke the machine that it ran in."));
  started.worker.on("exit", () => end(started, "The machine that it ran in ended."));
  return started;
}

function finish(from: Thread, result: ProgramResult): void {
  clearTimeout(from.timer);
  const { running } = from;
  from.running = undefined;
  running?.answer(result);
}

/** Gives up a thread. A thread that never became ready would fail again, so all who wait are told. */
function end(from: Thread, reason: string): void {
  if (thread !== from) return;
  thread = undefined;
  finish(from, { ok: false, reason });
  if (!from.ready) {
    for (const { answer } of waiting.splice(0))
      answer({ ok: false, reason: "Programs cannot be run here at present." });
  }
  runNext();
}

import type { GitObject } from "./object";
import type { SystemGit } from "./system-git";
import { LARGEST_OBJECT } from "./version";

/** An object that was asked for: undefined when it is not there, without bytes when it is too large to look at. */
export type Answer = (Omit<GitObject, "bytes"> & { bytes?: Buffer }) | undefined;

/** A running `git cat-file --batch`: many objects in one process, by whatever Git understands (`OID`, `TREE:PATH`). */
export interface Batch {
  /** Answers in the order asked. Rejects with BatchEnded when Git gives up, as it does at some damaged objects. */
  ask(expressions: readonly string[]): Promise<Answer[]>;
  close(): void;
}

/** Git gave up before it had answered everything. */
export class BatchEnded extends Error {}

interface Question {
  left: number;
  answers: Answer[];
  resolve(answers: Answer[]): void;
  reject(error: Error): void;
}

/** Starts one. Its answers are views into larger buffers: copy what is to be kept. */
export function openBatch(git: SystemGit): Batch {
  const child = git.start([
    "cat-file",
    ...(git.batchCommand ? ["--batch-command", "--buffer"] : ["--batch"]),
  ]);
  const [before, after] = git.batchCommand ? ["contents ", "flush\n"] : ["", ""];
  const asked: Question[] = [];
  let ended: BatchEnded | undefined;
  const take = answerParser((answer) => {
    const [question] = asked;
    if (!question) return;
    question.answers.push(answer);
    question.left -= 1;
    if (question.left === 0) asked.shift()?.resolve(question.answers);
  });
  const end = (why: string) => {
    ended ??= new BatchEnded(`git cat-file ended: ${why}`);
    for (const question of asked.splice(0)) question.reject(ended);
  };
  child.stdout.on("data", take);
  child.stderr.resume();
  child.stdin.on("error", () => undefined);
  child.on("error", (error) => end(error.message));
  child.on("close", (code, signal) => end(`${signal ?? code}`));
  return {
    ask(expressions) {
      return new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        if (expressions.length === 0) return resolve([]);
        asked.push({ left: expressions.length, answers: [], resolve, reject });
        const lines = expressions.map((expression) => `${before}${expression}\n`).join("");
        child.stdin.write(lines + after, "latin1");
      });
    },
    close: () => void child.stdin.end(),
  };
}

/** Cuts Git's output, which comes in pieces of any size, into answers: a line `OID TYPE SIZE`, the bytes, a line end. */
function answerParser(give: (answer: Answer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let skip = 0;
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      const skipped = Math.min(skip, rest.length);
      rest = rest.subarray(skipped);
      skip -= skipped;
      const lineEnd = skip > 0 ? -1 : rest.indexOf(10);
      if (lineEnd < 0) return;
      const [oid = "", type, digits] = rest.toString("latin1", 0, lineEnd).split(" ");
      const size = Number(digits);
      if (digits === undefined) {
        give(undefined);
        rest = rest.subarray(lineEnd + 1);
      } else if (size > LARGEST_OBJECT) {
        give({ oid, type: type as GitObject["type"] });
        skip = lineEnd + 1 + size + 1;
      } else {
        const bytes = rest.subarray(lineEnd + 1, lineEnd + 1 + size);
        if (rest.length < lineEnd + 1 + size + 1) return;
        give({ oid, type: type as GitObject["type"], bytes });
        rest = rest.subarray(lineEnd + 1 + size + 1);
      }
    }
  };
}

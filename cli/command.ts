/** A command of the command line; `run` answers its exit code. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(words: string[]): Promise<number>;
}

/** The command was called the wrong way; the message says how. */
export class Usage extends Error {
  override readonly name = "Usage";
}

import { type Answer, type Batch, BatchEnded, openBatch } from "./batch";
import type { GitObject } from "./object";
import { ProblemError } from "./problem";
import type { Repository } from "./repository";
import type { SystemGit } from "./system-git";

/** Things asked for at once, and how many such helpings are under way: this, not the repository, bounds memory. */
const HELPING = 250;
const UNDER_WAY = 4;

/** Two processes of Git: the second finds files while the first is at the next helping's tags and commits. */
export interface Batches {
  history(): Batch;
  files(): Batch;
  /** Lets them end. The next to ask gets new ones. */
  close(): void;
}

/**
 * Reads many things in the order given. `fast` reads a helping through the system's git and leaves holes where
 * something is unusual; `single` reads those, and all of them where there is no git.
 */
export async function* readInBulk<Item, Reading>(
  repository: Repository,
  items: readonly Item[],
  fast: (batches: Batches, items: readonly Item[]) => Promise<(Reading | undefined)[]>,
  single: (item: Item) => Promise<Reading>,
): AsyncGenerator<Reading, void, undefined> {
  const batches = repository.git && openBatches(repository.git);

  async function readHelping(helping: readonly Item[]): Promise<Reading[]> {
    const found = await readFast(helping);
    if (!found && helping.length > 1) {
      // Git gave up at a damaged object. Halving finds it and loses nothing else.
      const half = helping.length >> 1;
      const first = await readHelping(helping.slice(0, half));
      return [...first, ...(await readHelping(helping.slice(half)))];
    }
    const readings: Reading[] = [];
    for (const [index, item] of helping.entries()) readings.push(found?.[index] ?? (await single(item)));
    return readings;
  }

  async function readFast(helping: readonly Item[]): Promise<(Reading | undefined)[] | undefined> {
    if (!batches) return [];
    try {
      return await fast(batches, helping);
    } catch (error) {
      if (!(error instanceof BatchEnded)) throw error;
      batches.close();
      return undefined;
    }
  }

  const under: Promise<Reading[]>[] = [];
  try {
    for (let at = 0; at < items.length || under.length > 0; ) {
      for (; at < items.length && under.length < UNDER_WAY; at += HELPING) {
        const reading = readHelping(items.slice(at, at + HELPING));
        reading.catch(() => undefined);
        under.push(reading);
      }
      yield* (await under.shift()) ?? [];
    }
  } finally {
    await Promise.allSettled(under);
    batches?.close();
  }
}

function openBatches(git: SystemGit): Batches {
  let open: { history?: Batch; files?: Batch } = {};
  return {
    history() {
      open.history ??= openBatch(git);
      return open.history;
    },
    files() {
      open.files ??= openBatch(git);
      return open.files;
    },
    close() {
      open.history?.close();
      open.files?.close();
      open = {};
    },
  };
}

/** What `read` makes of an answer; undefined when there is none or reading it meets a problem. */
export function usual<T>(answer: Answer, read: (object: GitObject) => T): T | undefined {
  if (!answer?.bytes) return undefined;
  try {
    return read({ ...answer, bytes: answer.bytes });
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

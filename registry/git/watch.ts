import type { Repository } from "./repository";
import { type Tags, tagScanner } from "./scan";
import type { TagRef } from "./version";

/** What became different. Each tag stands in one list at most. */
export interface TagChanges {
  added: readonly TagRef[];
  moved: readonly { tag: string; from: string; to: string }[];
  removed: readonly TagRef[];
}

/** A watch over the tags. `poll` and `sweep` look at once, for those who cannot wait; they never overlap. */
export interface TagWatch {
  /** Looks at what may have changed. */
  poll(): Promise<void>;
  /** Looks at everything. */
  sweep(): Promise<void>;
  /** Stops, after a look that is under way. */
  stop(): Promise<void>;
}

const POLL_MS = 1000;
const POLLS_TO_SWEEP = 60;

/**
 * Watches the tags, however they change, by looking each second and sweeping each minute (notifications of the
 * system miss some). `known` is what they were when last heard of; `made` is asked before each look for the tags that
 * its owner made since, which may be gone again already. `onChange` is awaited; when it fails, `onError`
 * hears of it and the same changes are reported again at the next look.
 */
export function watchTags(
  repository: Repository,
  {
    known,
    made = () => [],
    onChange,
    onError,
  }: {
    known: Tags;
    made?(): readonly TagRef[];
    onChange(changes: TagChanges): Promise<void> | void;
    onError(error: unknown): void;
  },
): TagWatch {
  const scan = tagScanner(repository);
  let last = known;
  let polls = 0;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer = setTimeout(tick, POLL_MS);

  function look(full: boolean): Promise<void> {
    const next = looking.then(async () => {
      const unseen = made().filter(({ tag }) => !last.has(tag));
      if (unseen.length > 0) last = new Map([...last, ...unseen.map(({ tag, oid }) => [tag, oid] as const)]);
      const now = await scan(full);
      const changes = compareTags(last, now);
      if (changes) await onChange(changes);
      last = now;
    });
    looking = next.catch(() => undefined);
    return next;
  }

  async function tick(): Promise<void> {
    polls += 1;
    await look(polls % POLLS_TO_SWEEP === 0).catch(onError);
    if (!stopped) timer = setTimeout(tick, POLL_MS);
  }

  return {
    poll: () => look(false),
    sweep: () => look(true),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/** What changed between two listings, or undefined when nothing did. */
export function compareTags(before: Tags, now: Tags): TagChanges | undefined {
  if (before === now) return undefined;
  const added: TagRef[] = [];
  const moved: TagChanges["moved"][number][] = [];
  const removed: TagRef[] = [];
  for (const [tag, oid] of now) {
    const from = before.get(tag);
    if (from === undefined) added.push({ tag, oid });
    else if (from !== oid) moved.push({ tag, from, to: oid });
  }
  for (const [tag, oid] of before) if (!now.has(tag)) removed.push({ tag, oid });
  return added.length + moved.length + removed.length > 0 ? { added, moved, removed } : undefined;
}

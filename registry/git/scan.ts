import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { TAGS } from "./layout";
import { parseRef } from "./ref";
import type { Repository } from "./repository";

/** Every tag, below `refs/tags/`, and the object that it points to. */
export type Tags = ReadonlyMap<string, string>;

/** With more loose tags than this, an edit inside a tag's file waits for the next sweep. */
const FEW = 2000;
/** File systems keep times in steps of up to two seconds: what changed more recently may change again unseen. */
const STEP_MS = 2000;
/** Asking the system synchronously costs a quarter of asking with promises; so many at once hold nobody up. */
const SLICE = 200;

interface Seen {
  key: string;
  settled: boolean;
}
interface SeenFolder extends Seen {
  files: string[];
  folders: string[];
}
interface SeenFile extends Seen {
  oid: string | undefined;
  /** How many looks in a row found no object id in it. Once may be half a write; twice is no tag. */
  misses: number;
}

/**
 * Makes a function that lists all tags, and at its next call looks again only at what may have changed since: folders
 * and files by their times. `full` looks at everything. A tag whose file holds no object id keeps its last value for
 * one more call, and then counts as absent. Where nothing changed the answer is the very same map.
 */
export function tagScanner(repository: Repository): (full?: boolean) => Promise<Tags> {
  let folders = new Map<string, SeenFolder>();
  let files = new Map<string, SeenFile>();
  let last: { packed: ReadonlyMap<string, string>; tags: Tags } | undefined;

  return async (full = false) => {
    const seenFolders = new Map<string, SeenFolder>();
    const seenFiles = new Map<string, SeenFile>();
    const few = files.size <= FEW;
    let looked = 0;
    let same = true;
    const pending = [""];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      const before = folders.get(folder);
      const now = look(join(repository.dir, TAGS, folder), full ? undefined : before, listFolder);
      same &&= now === before;
      if (!now) continue;
      seenFolders.set(folder, now);
      pending.push(...now.folders.map((name) => `${folder}${name}/`));
      for (const name of now.files) {
        const tag = folder + name;
        const known = files.get(tag);
        const unmoved = known?.settled && known.misses !== 1 && now === before && !few && !full;
        if (!unmoved && ++looked % SLICE === 0) await breathe();
        const file = unmoved ? known : lookAtFile(join(repository.dir, TAGS, tag), known, full);
        same &&= file === known;
        if (file) seenFiles.set(tag, file);
      }
    }
    folders = seenFolders;
    files = seenFiles;
    // Packed after loose: Git packs a ref before it removes the file, so none is missed in between.
    const packed = (await repository.packedRefs()).oids;
    if (!last || !same || packed !== last.packed) last = { packed, tags: merge(packed, files) };
    return last.tags;
  };
}

function lookAtFile(path: string, known: SeenFile | undefined, full: boolean): SeenFile | undefined {
  const now = look(path, full || known?.misses === 1 ? undefined : known, (path) => ({
    oid: parseRef(readFileSync(path, "utf8")),
    misses: 0,
  }));
  if (!now || now === known || now.oid !== undefined) return now;
  const misses = (known?.misses ?? 0) + 1;
  return { ...now, misses, oid: misses === 1 ? known?.oid : undefined };
}

/** `before` when the file or folder at `path` is as it was, what `read` sees otherwise; undefined when it is gone. */
function look<T extends object>(
  path: string,
  before: (T & Seen) | undefined,
  read: (path: string) => T,
): (T & Seen) | undefined {
  try {
    const at = Date.now();
    const stat = statSync(path);
    const key = keyOf(stat);
    if (before?.settled && before.key === key) return before;
    return { ...read(path), key, settled: at - stat.ctimeMs > STEP_MS };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}

function keyOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

function listFolder(path: string): Pick<SeenFolder, "files" | "folders"> {
  const entries = readdirSync(path, { withFileTypes: true });
  return {
    files: entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".lock")).map(({ name }) => name),
    folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
  };
}

function merge(packed: ReadonlyMap<string, string>, loose: ReadonlyMap<string, SeenFile>): Tags {
  const tags = new Map<string, string>();
  for (const [ref, oid] of packed) if (ref.startsWith(TAGS)) tags.set(ref.slice(TAGS.length), oid);
  for (const [tag, { oid, misses }] of loose) {
    if (oid !== undefined) tags.set(tag, oid);
    else if (misses > 1) tags.delete(tag);
  }
  return tags;
}

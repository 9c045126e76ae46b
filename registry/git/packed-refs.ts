import { join } from "node:path";
import type { DurableFs } from "./durable-fs";
import { PACKED_REFS } from "./layout";

/** The refs that Git keeps together in one file. */
export interface PackedRefs {
  /** Full ref name → object id. */
  oids: ReadonlyMap<string, string>;
  /** Every folder that a packed ref lies in, such as `refs/tags/engineer`: no ref can have that name. */
  folders: ReadonlySet<string>;
}

const LINE = /^([0-9a-f]{40}) (refs\/\S+)$/;

/**
 * A reader that parses the file again only when it changed. Git replaces it whole, so its inode, size and times tell;
 * without this each publication would cost as much as there are versions.
 */
export function packedRefsReader(dir: string, fs: DurableFs): () => Promise<PackedRefs> {
  const path = join(dir, PACKED_REFS);
  let known: { key: string; refs: PackedRefs } | undefined;
  return async () => {
    const key = await fs
      .stat(path)
      .then(({ ino, size, mtimeMs, ctimeMs }) => `${ino} ${size} ${mtimeMs} ${ctimeMs}`, absent);
    if (known?.key !== key) known = { key, refs: parsePackedRefs(key && (await fs.readFile(path, "utf8"))) };
    return known.refs;
  };
}

function absent(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}

/** Lines of other forms are comments (`#`) and what the ref before them points to in the end (`^`). */
function parsePackedRefs(text: string): PackedRefs {
  const oids = new Map<string, string>();
  const folders = new Set<string>();
  for (const line of text.split("\n")) {
    const [, oid, ref] = LINE.exec(line) ?? [];
    if (!oid || !ref) continue;
    oids.set(ref, oid);
    for (let end = ref.lastIndexOf("/"); end > 0; end = ref.lastIndexOf("/", end - 1)) {
      const folder = ref.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return { oids, folders };
}

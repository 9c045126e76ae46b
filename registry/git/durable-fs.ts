import { randomUUID } from "node:crypto";
import { promises } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What is needed of a disk: Node's own promises, or a test's that fail or die at a chosen operation. */
export type Disk = Pick<
  typeof promises,
  | "link"
  | "lstat"
  | "mkdir"
  | "open"
  | "readdir"
  | "readFile"
  | "readlink"
  | "rename"
  | "rm"
  | "rmdir"
  | "stat"
  | "symlink"
  | "unlink"
>;

/** A file system whose changes are on the disk when their promise resolves, and whose files are whole or absent. */
export interface DurableFs extends Omit<Disk, "link" | "mkdir" | "open" | "rename"> {
  /** Writes the whole file or nothing; replaces one of that name. */
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  /** Writes the whole file or nothing; fails with `EEXIST` when the name is taken. */
  createFile(path: string, content: string | Uint8Array): Promise<void>;
  /** Makes a folder, unless there is one; the folder above must be there. */
  mkdir(path: string): Promise<void>;
  /** Renames a file within its folder. */
  rename(from: string, to: string): Promise<void>;
  /** Makes sure that a file which someone else wrote is on the disk, name and content. */
  sync(path: string): Promise<void>;
}

/**
 * isomorphic-git writes a file in place and never again when one of that name exists, so a file torn by kill −9 or a
 * power cut would stay torn. Here a file is written in the folder `incoming` (on the same disk), synced, given its
 * name, and its folder synced. What a crash leaves behind lies in `incoming`, where nobody looks.
 */
export function durableFs(incoming: string, disk: Disk = promises): DurableFs {
  async function sync(path: string): Promise<void> {
    const handle = await disk.open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async function place(
    path: string,
    content: string | Uint8Array,
    name: (from: string) => Promise<void>,
  ): Promise<void> {
    const from = join(incoming, `${basename(path)}.${randomUUID()}`);
    try {
      const handle = await disk.open(from, "wx", 0o644);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await name(from);
    } catch (error) {
      await disk.rm(from, { force: true });
      throw error;
    }
    await sync(dirname(path));
  }

  return {
    lstat: disk.lstat,
    readdir: disk.readdir,
    readFile: disk.readFile,
    readlink: disk.readlink,
    rm: disk.rm,
    rmdir: disk.rmdir,
    stat: disk.stat,
    symlink: disk.symlink,
    unlink: disk.unlink,
    sync: async (path) => {
      await sync(path);
      await sync(dirname(path));
    },
    writeFile: (path, content) => place(path, content, (from) => disk.rename(from, path)),
    createFile: (path, content) =>
      place(path, content, async (from) => {
        await disk.link(from, path);
        await disk.unlink(from);
      }),
    mkdir: async (path) => {
      try {
        await disk.mkdir(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
        throw error;
      }
      await sync(dirname(path));
    },
    rename: async (from, to) => {
      await disk.rename(from, to);
      await sync(dirname(to));
    },
  };
}

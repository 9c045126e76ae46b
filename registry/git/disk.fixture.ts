import { promises } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { Disk } from "./durable-fs";

/** One change to the disk, before it happens: `write /path/of/temporary/file`. */
export type OnChange = (operation: string, path: string, handle?: FileHandle) => Promise<void>;

/** Node's disk, telling of every operation that changes it. */
export function toldDisk(tell: OnChange): Disk {
  function told<Name extends "link" | "mkdir" | "rename" | "rm" | "rmdir" | "unlink">(
    name: Name,
  ): Disk[Name] {
    const run = promises[name] as (...given: unknown[]) => Promise<unknown>;
    return (async (...given: unknown[]) => {
      await tell(name, String(given[name === "rename" || name === "link" ? 1 : 0]));
      return run(...given);
    }) as Disk[Name];
  }
  return {
    ...promises,
    link: told("link"),
    mkdir: told("mkdir"),
    rename: told("rename"),
    rm: told("rm"),
    rmdir: told("rmdir"),
    unlink: told("unlink"),
    open: (async (path: string, flags: string, mode: number) => {
      if (flags !== "r") await tell("open", path);
      const handle = await promises.open(path, flags, mode);
      const write = handle.writeFile.bind(handle);
      const sync = handle.sync.bind(handle);
      handle.writeFile = async (content) => {
        await tell("write", path, handle);
        await write(content);
      };
      handle.sync = async () => {
        await tell("sync", path);
        await sync();
      };
      return handle;
    }) as Disk["open"],
  };
}

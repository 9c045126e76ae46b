import { Refusal } from "../errors";
import { type MasqueName, parseName } from "./name";
import { quote } from "./quote";
import { parseVersion, type Version } from "./version";

/** What a masque file is called, without folder and extension: `homelab@v2.2.masque.yaml` is `homelab`, at `v2.2`. */
interface FileStem {
  stem: string;
  selector?: string;
}

const FILE = /^(?<stem>[^@]*)(?:@(?<selector>.*))?\.masque(?:\.yaml)?$/;

/** Splits a file's name; refuses (`invalid`) what is not a masque file, documentation above all. */
export function splitFileName(path: string): FileStem {
  const base = path.split(/[/\\]/).at(-1) ?? "";
  const groups = FILE.exec(base)?.groups;
  if (groups) return { stem: groups.stem ?? "", selector: groups.selector };
  const why = base.toLowerCase().endsWith(".md")
    ? "is documentation, and a masque is a program"
    : "is not called a masque";
  throw new Refusal("invalid", `${quote(base)} ${why}. Masque files end in .masque.yaml (or .masque).`);
}

/**
 * The masque that a file below `personas/` holds: `engineer/backend.masque.yaml` is `engineer:backend`.
 * `homelab@v2.2.masque.yaml` also says which version. Refuses (`invalid`) any other path.
 */
export function parseFileName(path: string): { name: MasqueName; version?: Version } {
  const { stem, selector } = splitFileName(path);
  const folders = path.split(/[/\\]/).slice(0, -1);
  const name = parseName([...folders, stem].join(":"));
  return selector === undefined ? { name } : { name, version: parseVersion(selector) };
}

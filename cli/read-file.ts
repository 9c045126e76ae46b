import { readFile } from "node:fs/promises";
import { type Issue, Refusal } from "#registry/errors";
import { type Definition, readDefinition } from "#registry/masque/definition";
import { checkProgram } from "#registry/masque/program/check";

/** A masque file on this machine. */
export interface LocalFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly definition: Definition;
}

/** Reads and checks a file as the registry would; refuses with everything that is wrong with it, place by place. */
export async function readLocalFile(path: string): Promise<LocalFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new Refusal("not_found", `There is no file ${path}.`);
    throw new Refusal("invalid", `${path} cannot be read: ${error.message}.`);
  });
  const { definition, errors } = readDefinition(bytes, { fileName: path });
  const found = definition?.program ? [...errors, ...(await checkProgram(definition.program))] : errors;
  if (definition && found.length === 0) return { path, bytes, definition };
  throw new Refusal("invalid", found.map((issue) => `${path}${describe(issue)}`).join("\n"), found);
}

function describe({ path, line, column, message }: Issue): string {
  const place = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  return `${place}: ${path ? `${path}: ` : ""}${message}`;
}

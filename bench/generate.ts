import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { digestOf } from "#registry/catalog/publication";
import { fileOf, tagOf } from "#registry/git/layout";
import { formatMessage } from "#registry/git/message";
import { openRepository } from "#registry/git/open";
import { parseName } from "#registry/masque/name";
import { parseVersion } from "#registry/masque/version";

/** How many masques, and how many versions of each. */
export interface Extent {
  readonly masques: number;
  readonly versions: number;
}

const BRANCH = "refs/heads/import";
const FIELDS = ["harbour", "ledger", "greenhouse", "signal", "archive", "kitchen", "compiler", "clinic"];
/** 2026-01-01, the first version's time; each next one is a minute later. */
const BEGINNING = 1_767_225_600;

/** The name of the masque in that place; every fourth stands in one of 40 namespaces. */
export function nameAt(place: number): string {
  const name = `${FIELDS[place % FIELDS.length]}-${place}`;
  return place % 4 === 0 ? `team-${place % 40}:${name}` : name;
}

/** The version in that place: 1.0.0, 1.1.0, … */
export function versionAt(place: number): string {
  return `1.${place}.0`;
}

/** A file like those that ship, whose bytes occur once; `salt` makes another of the same size. */
export async function sourceMaker(): Promise<(masque: number, version: number, salt?: string) => string> {
  const files = await readdir("personas", { recursive: true });
  const shipped = files.filter((file) => file.endsWith(".masque.yaml")).sort();
  const texts = await Promise.all(shipped.map((file) => readFile(path.join("personas", file), "utf8")));
  return (masque, version, salt = "") => {
    const field = FIELDS[masque % FIELDS.length];
    return (texts[masque % texts.length] as string)
      .replace(/^index: .*\n/m, "")
      .replace(/^version: .*$/m, `version: ${versionAt(version)}`)
      .replace(/^name: (.*)$/m, `name: $1 of the ${field} ${masque}`)
      .replace(/^lens: \|\n/m, `$&  Work order ${masque}.${version}${salt}, at the ${field}.\n`);
  };
}

/** Makes a repository that holds so many versions, one commit and one annotated tag each, as publishing does. */
export async function generateRepository(folder: string, extent: Extent): Promise<void> {
  const { dir } = await openRepository(folder);
  const git = async (args: string[], input?: Readable) => {
    const child = spawn("git", [`--git-dir=${dir}`, ...args], {
      stdio: [input ? "pipe" : "ignore", "ignore", "inherit"],
    });
    const ended = once(child, "close");
    if (input && child.stdin) await pipeline(input, child.stdin);
    const [code] = await ended;
    if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}.`);
  };
  await git(["fast-import", "--quiet"], Readable.from(history(extent, await sourceMaker())));
  await git(["update-ref", "-d", BRANCH]);
  await git(["pack-refs", "--all"]);
}

function* history(
  { masques, versions }: Extent,
  sourceOf: (masque: number, version: number) => string,
): Generator<string> {
  let mark = 0;
  for (let masque = 0; masque < masques; masque++) {
    const name = parseName(nameAt(masque));
    yield `reset ${BRANCH}\n\n`;
    for (let place = 0; place < versions; place++) {
      const source = sourceOf(masque, place);
      const tag = tagOf(name, parseVersion(versionAt(place)));
      const trailers = { "Masque-Index": String(masque + 1), "Masque-Digest": digestOf(Buffer.from(source)) };
      const by = `registry <registry@masque.invalid> ${BEGINNING + 60 * mark++} +0000`;
      yield `commit ${BRANCH}\nmark :${mark}\ncommitter ${by}\n${data(`Publish ${tag}\n`)}` +
        `M 100644 inline ${fileOf(name)}\n${data(source)}\n` +
        `tag ${tag}\nfrom :${mark}\ntagger ${by}\n${data(formatMessage({ text: `Publish ${tag}`, trailers }))}`;
    }
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

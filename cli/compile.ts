import { createHash } from "node:crypto";
import { Refusal } from "#registry/errors";
import { splitFileName } from "#registry/masque/file-name";
import { compileMasque } from "#registry/masque/program/compile";
import { parseReference } from "#registry/masque/reference";
import { type Command, Usage } from "./command";
import { readLocalFile } from "./read-file";

const IS_FILE = /\.masque(\.yaml)?$|[\\/]|\.md$/;

export const compile: Command = {
  name: "compile",
  usage: "compile FILE|REF",
  summary: "Turn a masque into one ES module without imports, on standard output.",
  async run(words) {
    const [source, ...more] = words;
    if (source === undefined || more.length > 0) throw new Usage("Name one file, or one pinned reference.");
    process.stdout.write(IS_FILE.test(source) ? await compileFile(source) : await fetchProgram(source));
    return 0;
  },
};

async function compileFile(path: string): Promise<string> {
  const { bytes, definition } = await readLocalFile(path);
  const digest = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  return compileMasque(definition, { name: splitFileName(path).stem, digest });
}

async function fetchProgram(reference: string): Promise<string> {
  const { name, selector } = parseReference(reference);
  if (selector.kind !== "pin") throw new Usage(`${reference} moves. Pin a version, such as ${name}@v1.0.`);
  const registry = process.env.MASQUE_REGISTRY ?? "http://localhost:3000";
  const token = process.env.MASQUE_TOKEN;
  const address = `${registry}/api/v1/masques/${encodeURIComponent(name)}/versions/${selector.version}/program`;
  const answer = await fetch(address, { headers: token ? { authorization: `Bearer ${token}` } : {} }).catch(
    () => {
      throw new Refusal("unavailable", `No registry answers at ${registry}. Set MASQUE_REGISTRY.`);
    },
  );
  if (answer.ok) return answer.text();
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
  const code = answer.status === 404 ? "not_found" : answer.status === 401 ? "unauthenticated" : "forbidden";
  throw new Refusal(code, detail ?? `The registry answered ${answer.status}.`);
}

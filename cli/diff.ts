import { diffDefinitions } from "#registry/masque/diff/definitions";
import { unifiedDiff } from "#registry/masque/diff/text";
import { type Command, Usage } from "./command";
import { readLocalFile } from "./read-file";

export const diff: Command = {
  name: "diff",
  usage: "diff A B",
  summary: "Compare two masque files: what widens first, then the lines.",
  async run(words) {
    const [from, to, ...more] = words;
    if (from === undefined || to === undefined || more.length > 0) throw new Usage("Name two files.");
    const [before, after] = [await readLocalFile(from), await readLocalFile(to)];
    const { risk, changes } = diffDefinitions(before.definition, after.definition);
    const lines = changes.map(({ effect, path, explain }) => `${effect.padEnd(10)} ${path}: ${explain}`);
    const text = unifiedDiff({ from, to }, before.bytes.toString("utf8"), after.bytes.toString("utf8"));
    process.stdout.write([`Risk: ${risk}`, ...lines, "", text].join("\n"));
    return 0;
  },
};

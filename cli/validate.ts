import { Refusal } from "#registry/errors";
import { type Command, Usage } from "./command";
import { readLocalFile } from "./read-file";

export const validate: Command = {
  name: "validate",
  usage: "validate FILE…",
  summary: "Check masque files; says everything that is wrong, with line and column.",
  async run(files) {
    if (files.length === 0) throw new Usage("Name at least one file.");
    let code = 0;
    for (const file of files) {
      try {
        const { definition } = await readLocalFile(file);
        process.stdout.write(`${file}: ${definition.name} ${definition.declaredVersion} is valid\n`);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        process.stderr.write(`${error.message}\n`);
        code = 1;
      }
    }
    return code;
  },
};

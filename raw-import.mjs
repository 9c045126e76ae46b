import { readFile } from "node:fs/promises";

/** `import text from "./file?raw"`: the file's text, as Vite reads it. */
export const raw = {
  name: "raw",
  resolveId: {
    filter: { id: /\?raw$/ },
    async handler(id, importer) {
      const found = await this.resolve(id.slice(0, -"?raw".length), importer);
      return found && { id: `${found.id}?raw` };
    },
  },
  load: {
    filter: { id: /\?raw$/ },
    async handler(id) {
      const file = id.slice(0, -"?raw".length);
      this.addWatchFile(file);
      return { code: `export default ${JSON.stringify(await readFile(file, "utf8"))}`, moduleType: "js" };
    },
  },
};

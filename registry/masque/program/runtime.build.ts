import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/**
 * Bundles one file of this folder and what it imports into minified script text. The same sources give the same
 * text, so that what is committed can be compared with what would be built.
 */
export async function bundle(file: string): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL(file, import.meta.url)),
    platform: "neutral",
    external: /^node:/,
    logLevel: "warn",
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code.replaceAll("/* @__PURE__ */ ", "").trim();
}

/** A committed file that holds such text as `export const NAME`. */
export function generatedFile(name: string, text: string): string {
  const head = [
    "// Made by `npx vitest run registry/masque/program/generated.test.ts -u` from the sources beside it: never edit.",
    "// biome-ignore-all format: generated",
    "// biome-ignore-all lint: generated",
  ];
  return `${head.join("\n")}\nexport const ${name} = ${JSON.stringify(text)};\n`;
}
